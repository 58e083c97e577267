import { type Mapped, without, withText } from './mapped.ts';

/** The only characters that a contact consists of; a pattern never looks beyond a number or sign beside it. */
const CONTACT_RUN = /[\x20-\x7e\p{N}]+/gu;
/** A place no contact spans: phone numbers alone hold spaces, and continue with a digit, a sign or a bracket. */
const BREAK = / (?![\p{N} .()+-])/gu;
/**
 * Longest piece the patterns see, in UTF-16 units. They look back over what they read, so their time grows with the square of
 * the piece; only an unbroken string longer than this, which no contact is, is cut.
 */
const MAX_PIECE = 2_000;

function pieces(run: string): string[] {
  if (run.length <= MAX_PIECE) return [run];
  const cuts = [...run.matchAll(BREAK)].map((match) => match.index + 1);
  const out: string[] = [];
  let start = 0;
  let last = 0;
  for (const cut of [...cuts, run.length]) {
    if (cut - start > MAX_PIECE && last > start) {
      out.push(run.slice(start, last));
      start = last;
    }
    for (; cut - start > MAX_PIECE; start += MAX_PIECE) out.push(run.slice(start, start + MAX_PIECE));
    last = cut;
  }
  out.push(run.slice(start));
  return out;
}

/** Stands in for the second unit of a masked character until the patterns have run; step 3 left none in the text. */
const FILLER = '\0';

function masked(contact: string): string {
  return contact.replace(/[\p{L}\p{Nd}]/gu, (c) => (/\p{L}/u.test(c) ? 'x' : '0').padEnd(c.length, FILLER));
}

/** Step 7: letters of contacts become `x`, digits `0`, so that no handle, real or invented, can decide. */
export function maskContacts(patterns: readonly string[]): (input: Mapped) => Mapped {
  const compiled = patterns.map((pattern) => new RegExp(pattern, 'gu'));
  const maskPiece = (piece: string) => compiled.reduce((text, pattern) => text.replace(pattern, masked), piece);
  return (input) => {
    const text = input.text.replace(CONTACT_RUN, (run) => pieces(run).map(maskPiece).join(''));
    return without(withText(input, text), /\0/g);
  };
}
