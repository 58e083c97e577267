import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { type Reason, type Verdict, WARNED } from '../../engine/types.ts';
import { useI18n } from '../../shared/i18n/context.ts';
import { traitTexts } from '../../traits/traits.ts';
import type { Highlighted } from '../controller.ts';
import { ReasonCard } from './ReasonCard.tsx';

export interface ReasonsProps {
  readonly advertId: string;
  readonly verdict: Verdict;
  readonly highlighted: Highlighted | null;
  readonly onShowWords: (advertId: string, reason: Reason) => void;
  readonly onHideWords: () => void;
}

/** The reasons of a verdict, in its order, and the questions that go with them. */
export function Reasons(props: ReasonsProps): JSX.Element | null {
  const { advertId, verdict, highlighted, onShowWords, onHideWords } = props;
  const { t } = useI18n();
  const id = useId();
  const { reasons, level } = verdict;
  if (reasons.length === 0) return null;
  // At the gravest level the advice is not to answer: a question to the recruiter would contradict it.
  const mayAsk = level !== 'strong';
  const wordsOf = (reason: Reason) => {
    if (highlighted?.advertId !== advertId || highlighted.trait !== reason.trait) return 'hidden';
    return highlighted.found ? 'shown' : 'absent';
  };
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{WARNED.includes(level) ? t('reasons.title') : t('reasons.points', { count: reasons.length })}</h2>
      <ol class="cards">
        {reasons.map((reason, index) => (
          <ReasonCard
            key={reason.trait}
            reason={reason}
            language={verdict.language}
            words={wordsOf(reason)}
            mayAsk={mayAsk}
            open={index === 0}
            onShow={() => onShowWords(advertId, reason)}
            onHide={onHideWords}
          />
        ))}
      </ol>
      {mayAsk ? <p class="note">{t('questions.note')}</p> : null}
    </section>
  );
}

/** Questions worth asking beyond those of the reasons. */
export function MoreQuestions({ verdict }: { verdict: Verdict }): JSX.Element | null {
  const { t } = useI18n();
  const id = useId();
  if (verdict.level === 'strong') return null;
  const shown = new Set(verdict.reasons.map(({ trait }) => trait));
  const more = verdict.questions
    .filter((trait) => !shown.has(trait))
    .map((trait) => traitTexts(t, trait))
    .filter(({ askYourself }) => !askYourself);
  if (more.length === 0) return null;
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{t('questions.more')}</h2>
      <ul class="questions">
        {more.map(({ ask }) => (
          <li key={ask}>{ask}</li>
        ))}
      </ul>
      {verdict.reasons.length === 0 ? <p class="note">{t('questions.note')}</p> : null}
    </section>
  );
}
