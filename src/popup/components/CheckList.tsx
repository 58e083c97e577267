import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Checkable } from '../../engine/types.ts';
import { useI18n } from '../../shared/i18n/context.ts';
import { Quotes } from './Quotes.tsx';

export interface CheckListProps {
  readonly checkable: readonly Checkable[];
  readonly language: string | null;
}

/** What the advert names and a reader can look up; never a point in its favour. */
export function CheckList({ checkable, language }: CheckListProps): JSX.Element | null {
  const { t } = useI18n();
  const id = useId();
  const spans = checkable.flatMap((item) => item.spans);
  if (spans.length === 0) return null;
  return (
    <section class="card check" aria-labelledby={id}>
      <h2 id={id}>{t('check.title')}</h2>
      <Quotes spans={spans} language={language} />
      <p class="why">{t('check.line')}</p>
    </section>
  );
}
