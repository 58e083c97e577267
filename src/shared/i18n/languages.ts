import type { Catalogue } from './catalogue.ts';
import english from './messages/en.json' with { type: 'json' };
import { createTranslator, type Translator } from './translator.ts';

export const ENGLISH = english as Catalogue;

/**
 * Languages of the interface beside English, which is always loaded as the fallback.
 * Adding one: a file in `messages/` and a line here, `th: () => import('./messages/th.json')`.
 */
const OTHERS: Readonly<Record<string, () => Promise<{ default: unknown }>>> = {};

export const LANGUAGES: readonly string[] = [ENGLISH.language, ...Object.keys(OTHERS)];

export const englishTranslator: Translator = createTranslator(ENGLISH);

/** The first of the wanted languages (BCP 47, best first) that exists, else English; `pt-BR` finds `pt`. */
export function chooseLanguage(wanted: readonly string[], available: readonly string[] = LANGUAGES): string {
  for (const tag of wanted) {
    const parts = tag.split('-');
    for (let length = parts.length; length > 0; length -= 1) {
      const shorter = parts.slice(0, length).join('-').toLowerCase();
      const match = available.find((language) => language.toLowerCase() === shorter);
      if (match) return match;
    }
  }
  return ENGLISH.language;
}

export async function loadTranslator(wanted: readonly string[]): Promise<Translator> {
  const load = OTHERS[chooseLanguage(wanted)];
  if (load === undefined) return englishTranslator;
  const { default: catalogue } = await load();
  return createTranslator(catalogue as Catalogue, ENGLISH);
}
