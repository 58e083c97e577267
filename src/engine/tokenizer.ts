import { Tokenizer } from '@huggingface/tokenizers';
import { EngineError } from './types.ts';

/** A range of the normalised text, end exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A text's tokens without `<s>` and `</s>`; `ranges[i]` is where `ids[i]` stands in the text. */
export interface Tokens {
  readonly ids: readonly number[];
  readonly ranges: readonly TextRange[];
}

export interface TextTokenizer {
  readonly bos: number;
  readonly eos: number;
  encode(text: string): Tokens;
}

const METASPACE = /\u2581/g;
/** How far ahead, in UTF-16 units, a piece is looked for that does not stand where the last one ended. */
const REACH = 64;

function find(padded: string, words: string, at: number): { start: number; end: number } | null {
  if (padded.startsWith(words, at)) return { start: at, end: at + words.length };
  // What follows a literal `<s>` is given a space that the text does not hold.
  const bare = words.replace(/^ /, '');
  if (padded.startsWith(bare, at)) return { start: at, end: at + bare.length };
  const ahead = padded.slice(at, at + REACH + words.length).indexOf(words);
  return ahead < 0 ? null : { start: at + ahead, end: at + ahead + words.length };
}

/**
 * Places of the pieces in the text they were made from. The tokenizer gives none, so that we walk along: a piece, with `▁` read
 * as a space, stands where the last one ended; one that does not (an `<unk>` for characters it does not spell) ends where the
 * next piece that is found begins. A piece's leading space is not part of its range.
 */
export function placePieces(text: string, pieces: readonly string[]): TextRange[] {
  // The vocabulary's words begin with a space; one is put before the text.
  const padded = ` ${text}`;
  const places: { start: number; end: number }[] = [];
  let at = 0;
  let unplaced = 0;
  for (const piece of pieces) {
    const words = piece.replace(METASPACE, ' ');
    const place = find(padded, words, at);
    if (place === null) {
      places.push({ start: at, end: at });
      unplaced++;
      continue;
    }
    for (const before of places.slice(places.length - unplaced)) before.end = place.start;
    unplaced = 0;
    at = place.end;
    places.push(place);
  }
  for (const place of places.slice(places.length - unplaced)) place.end = padded.length;
  return places.map((place) => {
    const start = padded[place.start] === ' ' && place.end > place.start ? place.start + 1 : place.start;
    return { start: Math.max(0, start - 1), end: Math.max(0, place.end - 1) };
  });
}

/**
 * The tokenizer of the model folder.
 * @throws EngineError `model-damaged` where the files do not make a tokenizer.
 */
export function createTokenizer(files: { readonly json: object; readonly config: object }): TextTokenizer {
  const tokenizer = loadTokenizer(files);
  const id = (token: string): number => {
    const found = tokenizer.token_to_id(token);
    if (found === undefined) throw new EngineError('model-damaged', `the tokenizer does not know ${token}`);
    return found;
  };
  const special = [...tokenizer.get_added_tokens_decoder().values()].map((token) => token.content);
  return {
    bos: id('<s>'),
    eos: id('</s>'),
    encode(text) {
      if (text === '') return { ids: [], ranges: [] };
      // Word by word as Python does: over a whole text the sums of scores round differently, and "0000000", as good in two
      // ways, splits otherwise. A literal `<s>` cuts words in its own manner and is left to the tokenizer.
      const parts = special.some((token) => text.includes(token)) ? [text] : text.split(' ');
      const encoded = parts.map((part) => tokenizer.encode(part, { add_special_tokens: false }));
      return {
        ids: encoded.flatMap(({ ids }) => ids),
        ranges: placePieces(
          text,
          encoded.flatMap(({ tokens }) => tokens),
        ),
      };
    },
  };
}

function loadTokenizer(files: { readonly json: object; readonly config: object }): Tokenizer {
  try {
    return new Tokenizer(files.json, files.config);
  } catch (cause) {
    throw new EngineError('model-damaged', `tokenizer.json: ${cause instanceof Error ? cause.message : cause}`);
  }
}
