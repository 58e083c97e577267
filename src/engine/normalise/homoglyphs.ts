import { type Mapped, withText } from './mapped.ts';

const SCRIPTS = ['Latin', 'Cyrillic', 'Greek'] as const;
type Script = (typeof SCRIPTS)[number];
/** For each script, the letters of the other two that look like one of its own. */
export type Homoglyphs = Readonly<Record<Script, Readonly<Record<string, string>>>>;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const LETTERS = SCRIPTS.map((script) => ({ script, pattern: new RegExp(`(?=\\p{L})\\p{Script=${script}}`, 'gu') }));

function scriptToFoldTo(word: string): Script | null {
  const [latin, cyrillic, greek] = LETTERS.map(({ pattern }) => word.match(pattern)?.length ?? 0);
  if (!latin || !(cyrillic || greek)) return null;
  const counts = { Latin: latin, Cyrillic: cyrillic ?? 0, Greek: greek ?? 0 };
  return SCRIPTS.reduce((best, script) => (counts[script] > counts[best] ? script : best));
}

/** Step 5: a word that mixes Latin with Cyrillic or Greek is folded towards the script with more letters. */
export function foldHomoglyphs(table: Homoglyphs): (input: Mapped) => Mapped {
  return (input) => {
    if (!/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(input.text)) return input;
    const text = input.text.replace(WORD, (word) => {
      const script = scriptToFoldTo(word);
      if (script === null) return word;
      return word.replace(
        /./gsu,
        (letter) => (Object.hasOwn(table[script], letter) ? table[script][letter] : null) ?? letter,
      );
    });
    return withText(input, text);
  };
}
