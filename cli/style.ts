import { styleText } from 'node:util';

/** Formats of `util.styleText` that the reports use. */
export type Format = Parameters<typeof styleText>[0];
export type Paint = (format: Format, text: string) => string;

export const plain: Paint = (_format, text) => text;
const coloured: Paint = (format, text) => styleText(format, text, { validateStream: false });

/** Colours on a terminal alone, and not where NO_COLOR is set (no-color.org). */
export function paintFor(
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): Paint {
  return stream.isTTY && !env.NO_COLOR && env.TERM !== 'dumb' ? coloured : plain;
}

const BIDI_CONTROL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * Words of an advert on one line of a terminal. Escape sequences and direction overrides of the advert would act on the
 * reader's terminal, so controls become spaces; right-to-left words are isolated from what stands around them.
 */
export function printable(text: string): string {
  const calm = text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(BIDI_CONTROL, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return RIGHT_TO_LEFT.test(calm) ? `\u2068${calm}\u2069` : calm;
}

/** At most `length` characters, the cut shown by an ellipsis. */
export function shorten(text: string, length: number): string {
  const characters = Array.from(text);
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : text;
}
