import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { sourceOf } from '../engine/types.ts';
import { clean, cleanLines } from './dom.ts';
import type { JobAdvert, RawAdvert } from './types.ts';

/** UTF-16 units of an advert's text that are kept: the longest real adverts hold some 30,000. */
export const MAX_TEXT = 200_000;
/** UTF-16 units kept of each line: title, company, location, pay. */
export const MAX_LINE = 1_000;

/**
 * Cleans and hashes what an extractor handed over. `board` is the board's id, or that of the fallback; `pageUrl` is
 * the address used where the advert names none of its own. Null where there is neither a title nor text.
 */
export function toAdvert(raw: RawAdvert, board: string, pageUrl: URL): JobAdvert | null {
  const title = line(raw.title) ?? '';
  const location = line(raw.location);
  const text = withPlace(cut(cleanLines(cut(raw.text, MAX_TEXT)), MAX_TEXT), location);
  if (title === '' && text === '') return null;
  return {
    id: idOf({ title, text }),
    url: absolute(raw.url, pageUrl),
    board,
    found: raw.found,
    title,
    company: line(raw.company),
    location,
    pay: line(raw.pay),
    text,
  };
}

/** The place is part of what is judged, and boards show it beside an open advert, not in its text. */
function withPlace(text: string, location: string | null): string {
  if (location === null || text.toLowerCase().includes(location.toLowerCase())) return text;
  return text === '' ? location : `${location}\n${text}`;
}

/** First 32 hex digits of the SHA-256 of an advert's `sourceOf`, in UTF-8. */
export function idOf(input: { readonly title?: string | null; readonly text: string }): string {
  return bytesToHex(sha256(utf8ToBytes(sourceOf(input)))).slice(0, 32);
}

function line(text: string | null | undefined): string | null {
  return clean(cut(clean(text) ?? '', MAX_LINE));
}

/** At most `length` units, never half of a surrogate pair. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

// An address from a page is shown and exported as a link: nothing but web addresses.
function absolute(url: string | null | undefined, pageUrl: URL): string {
  if (!url || !URL.canParse(url, pageUrl)) return pageUrl.href;
  const at = new URL(url, pageUrl);
  return at.protocol === 'https:' || at.protocol === 'http:' ? at.href : pageUrl.href;
}
