import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Reason } from '../../engine/types.ts';
import { useI18n } from '../../shared/i18n/context.ts';
import { traitTexts } from '../../traits/traits.ts';
import { Icon } from './icons.tsx';
import { Quotes } from './Quotes.tsx';

export interface ReasonCardProps {
  readonly reason: Reason;
  readonly language: string | null;
  /** Whether the words are highlighted in the page; `absent` where the page does not have them. */
  readonly words: 'hidden' | 'shown' | 'absent';
  /** False where the reader should not answer the recruiter at all. */
  readonly mayAsk: boolean;
  /** Whether the honest advert and the question are shown at first. */
  readonly open: boolean;
  readonly onShow: () => void;
  readonly onHide: () => void;
}

/** One trait with the words that show it. */
export function ReasonCard(props: ReasonCardProps): JSX.Element {
  const { reason, language, words, mayAsk, open, onShow, onHide } = props;
  const { t } = useI18n();
  const id = useId();
  const texts = traitTexts(t, reason.trait);
  const asks = mayAsk || texts.askYourself;
  return (
    <li class="card reason">
      <h3 id={id}>{texts.name}</h3>
      <Quotes spans={reason.spans} language={language} />
      {reason.spans.length > 0 ? (
        <button type="button" class="quiet words" aria-describedby={id} onClick={words === 'shown' ? onHide : onShow}>
          <Icon name="marker" />
          {t(words === 'shown' ? 'reasons.hide' : 'reasons.show')}
        </button>
      ) : null}
      <p role="status" class={words === 'absent' ? 'absent' : 'unseen'}>
        {words === 'hidden' ? '' : t(words === 'shown' ? 'reasons.shown' : 'reasons.absent')}
      </p>
      <p class="why">{texts.why}</p>
      <details open={open}>
        <summary>{t(asks ? 'reasons.more' : 'reasons.honest')}</summary>
        {asks ? (
          <p class="ask">
            <span class="label">{t(texts.askYourself ? 'reasons.askYourself' : 'reasons.ask')}</span> {texts.ask}
          </p>
        ) : null}
        <p class="honest">{texts.honest}</p>
      </details>
    </li>
  );
}
