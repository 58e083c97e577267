import type { Found } from '../src/adverts/types.ts';

/** Why a row cannot be scored; part of the published format (docs/schema/rejected-line.schema.json). */
export type RejectCode =
  | 'blank-line'
  | 'bad-utf8'
  | 'bad-json'
  | 'bad-csv'
  | 'not-an-object'
  | 'no-text'
  | 'text-not-string'
  | 'title-not-string'
  | 'bad-id'
  | 'too-long'
  | 'bad-input';

/** Where a row came from: the file as it was named, and its number there, from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

export interface AdvertRow extends Place {
  readonly kind: 'advert';
  /** The row's own id, or null: then the hash of its source stands in. */
  readonly id: string | null;
  readonly title: string | null;
  readonly text: string;
  readonly found: Found;
}

export interface RejectedRow extends Place {
  readonly kind: 'rejected';
  readonly id: string | null;
  readonly error: { readonly code: RejectCode; readonly message: string };
}

export type InputRow = AdvertRow | RejectedRow;

/**
 * Longest title and text that is scored as one advert, in UTF-16 code units. The engine reads the start of a long advert (the
 * line says `truncated`); this is far beyond any advert: a whole file put into one row must not pass as one.
 */
export const MAX_TEXT = 500_000;

export function reject(place: Place, code: RejectCode, message: string, id: string | null = null): RejectedRow {
  return { kind: 'rejected', file: place.file, line: place.line, id, error: { code, message } };
}

interface Fields {
  readonly id?: unknown;
  readonly title?: unknown;
  readonly text?: unknown;
}

/** Checks the fields of one row of a file; the row comes back as an advert to score, or as rejected with the reason. */
export function rowOf(place: Place, fields: Fields): InputRow {
  const id = idOf(fields.id);
  if (id === undefined) {
    return reject(place, 'bad-id', '"id" must be a string, or a number that JSON keeps exactly (up to 2^53)');
  }
  const { title, text } = fields;
  if (text === undefined || text === null) return reject(place, 'no-text', 'the row has no "text"', id);
  if (typeof text !== 'string') return reject(place, 'text-not-string', '"text" must be a string', id);
  if (text.trim() === '') return reject(place, 'no-text', '"text" is empty', id);
  if (title !== undefined && title !== null && typeof title !== 'string') {
    return reject(place, 'title-not-string', '"title" must be a string', id);
  }
  return advertRow(place, { id, title: title || null, text, found: 'pasted' });
}

/** An advert to score, or rejected where it is too long. */
export function advertRow(place: Place, advert: Omit<AdvertRow, 'kind' | keyof Place>): InputRow {
  const length = (advert.title?.length ?? 0) + advert.text.length;
  if (length > MAX_TEXT) {
    return reject(place, 'too-long', `${length} characters; at most ${MAX_TEXT} are scored as one advert`, advert.id);
  }
  return { kind: 'advert', file: place.file, line: place.line, ...advert };
}

/** The id as a string, null where there is none, undefined where it cannot be kept as it was written. */
function idOf(value: unknown): string | null | undefined {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string') return value;
  // A long number, as social networks use them, was already rounded by JSON.parse: rather no id than another row's.
  if (typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER) return String(value);
  return undefined;
}
