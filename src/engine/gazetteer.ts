import type { Normaliser } from './normalise/index.ts';
import type { GazetteerData, Tier } from './schema.ts';
import type { TextRange } from './tokenizer.ts';

/** A place named in a normalised text. */
export interface NamedPlace extends TextRange {
  readonly id: string;
  readonly tier: Tier;
}

/** Scripts whose names are found anywhere: they put no space between words, or join endings to a name. */
const UNSPACED = new RegExp(
  ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar'].map((s) => `\\p{Script=${s}}`).join('|'),
  'u',
);
const WORD_BEFORE = /[\p{L}\p{M}\p{N}]$/u;
const WORD_AFTER = /^[\p{L}\p{M}\p{N}]/u;

/** Lower case, character by character; one whose lower case is longer stays as it is, so that places in the text hold. */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length && !/[\u0130\u03a3]/.test(text)) return lower;
  return text.replace(/./gsu, (c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c));
}

/** Finds the gazetteer's places in a normalised text. */
export function createGazetteer(data: GazetteerData, normalise: Normaliser): (text: string) => NamedPlace[] {
  const names = data.places.flatMap((place) =>
    place.names.map((name) => {
      const wanted = lowerCase(normalise(name).text);
      return { id: place.id, tier: place.tier, wanted, bounded: !UNSPACED.test(wanted) };
    }),
  );
  return (text) => {
    const lower = lowerCase(text);
    const found: NamedPlace[] = [];
    for (const { id, tier, wanted, bounded } of names) {
      if (wanted === '') continue;
      for (let start = lower.indexOf(wanted); start >= 0; start = lower.indexOf(wanted, start + 1)) {
        const end = start + wanted.length;
        const inWord =
          WORD_BEFORE.test(lower.slice(Math.max(0, start - 2), start)) || WORD_AFTER.test(lower.slice(end, end + 2));
        if (!bounded || !inWord) found.push({ id, tier, start, end });
      }
    }
    return found;
  };
}
