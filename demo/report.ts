import { englishTranslator } from '../src/shared/i18n/languages.ts';
import type { AdvertState } from '../src/shared/messages.ts';
import { traitTexts } from '../src/traits/traits.ts';

const { t } = englishTranslator;

/** One advert for a reader without a screen: its level, its title, and each reason with the words that show it. */
export function reportLines({ advert, result }: AdvertState): string[] {
  if (result.status === 'waiting') return [`${'Not read yet'.padEnd(24)}${advert.title}`];
  if (result.status === 'failed') return [`${t('list.failed').padEnd(24)}${advert.title} (${result.error.code})`];
  const { level, reasons } = result.verdict;
  return [
    `${t(`levels.${level}.short`).padEnd(24)}${advert.title}`,
    ...reasons.map(({ trait, spans }) => {
      const words = [...new Set(spans.map(({ text }) => `“${text.replace(/\s+/g, ' ')}”`))];
      return `${' '.repeat(24)}${traitTexts(t, trait).name}: ${words.join(', ')}`;
    }),
  ];
}
