import { type Mapped, MapWriter } from './mapped.ts';

const LETTER = '\\p{L}\\p{M}*';
const WORDLIKE = '[\\p{L}\\p{M}\\p{N}]';

/** Step 6: four or more single letters kept apart by the same separator become one word. */
export function joinSpacedLetters(joiners: readonly string[]): (input: Mapped) => Mapped {
  const separators = joiners.map((joiner) => joiner.replace(/[\\\]^/-]/g, '\\$&')).join('');
  // Stays linear: an attempt can only fail within its first four letters, since giving the last one back always helps.
  const pattern = new RegExp(
    `(?<!${WORDLIKE})${LETTER}([${separators}])${LETTER}(?:\\1${LETTER}){2,}(?!${WORDLIKE})`,
    'gu',
  );
  return (input) => {
    const out = new MapWriter(input);
    let done = 0;
    for (const match of input.text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      for (let i = match.index; i < end; i++) {
        if (input.text[i] !== match[1]) continue;
        out.copy(done, i);
        done = i + 1;
      }
    }
    if (done === 0) return input;
    out.copy(done, input.text.length);
    return out.done();
  };
}
