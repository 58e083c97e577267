import type { JSX } from 'preact';
import type { Span } from '../../engine/types.ts';
import { useI18n } from '../../shared/i18n/context.ts';

export interface QuotesProps {
  readonly spans: readonly Span[];
  /** Language of the advert, for the voice of a screen reader and the choice of font. */
  readonly language: string | null;
}

/** The exact words of the advert, each wording once, in the direction of its own script. */
export function Quotes({ spans, language }: QuotesProps): JSX.Element {
  const { t } = useI18n();
  const wordings = [...new Set(spans.map(({ text }) => text))];
  return (
    <ul class="quotes" aria-label={t('reasons.quotes')}>
      {wordings.map((text) => (
        <li key={text}>
          <bdi dir="auto" lang={language ?? ''}>
            {text}
          </bdi>
        </li>
      ))}
    </ul>
  );
}
