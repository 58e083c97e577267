import type { JSX } from 'preact';
import type { JobAdvert } from '../../adverts/types.ts';
import { useI18n } from '../../shared/i18n/context.ts';
import type { Popup } from '../controller.ts';
import type { Outcome } from '../view.ts';
import { AdvertFacts, AdvertTitle } from './AdvertName.tsx';
import { CheckList } from './CheckList.tsx';
import { Icon } from './icons.tsx';
import { OutcomeCard } from './OutcomeCard.tsx';
import { MoreQuestions, Reasons } from './Reasons.tsx';

export interface AdvertViewProps {
  readonly advert: JobAdvert;
  readonly outcome: Outcome;
  readonly fromList: boolean;
  readonly popup: Popup;
}

/** One advert with its level, reasons, questions and what can be looked up. */
export function AdvertView({ advert, outcome, fromList, popup }: AdvertViewProps): JSX.Element {
  const { t } = useI18n();
  const verdict = outcome.kind === 'scored' ? outcome.verdict : null;
  const accent = verdict ? verdict.level : outcome.kind;
  return (
    <article class={`level-${accent}`}>
      {fromList ? (
        <button type="button" class="quiet back" onClick={popup.openList}>
          <Icon name="back" turns />
          {t('advert.back')}
        </button>
      ) : null}
      <div class="advert">
        <h1 tabIndex={-1}>
          <AdvertTitle advert={advert} />
        </h1>
        <AdvertFacts advert={advert} />
      </div>
      <OutcomeCard outcome={outcome} onRetry={popup.rescan} />
      {verdict ? (
        <>
          <Reasons
            advertId={advert.id}
            verdict={verdict}
            highlighted={popup.highlighted.value}
            onShowWords={popup.showWords}
            onHideWords={popup.hideWords}
          />
          <MoreQuestions verdict={verdict} />
          <CheckList checkable={verdict.checkable} language={verdict.language} />
        </>
      ) : null}
    </article>
  );
}
