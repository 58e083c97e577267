import { cleanLines, textOf } from './dom.ts';

const BLOCK_TAG =
  /<\/?(?:p|br|div|li|ul|ol|h[1-6]|tr|td|table|section|article|blockquote|pre|dl|dt|dd)(?:\s[^<>]*)?\/?>/i;
const ANY_TAG =
  /<\/?(?:p|br|div|li|ul|ol|h[1-6]|tr|td|table|section|article|blockquote|pre|dl|dt|dd|b|i|u|a|em|strong|span|font|small|script|style|img|hr)(?:\s[^<>]*)?\/?>/i;

/** Characters of markup read from one string; what follows is dropped before it is parsed. */
export const MAX_MARKUP = 1_000_000;

/**
 * The plain text of a string that may be text or HTML, its entities encoded not at all, once or twice, as the
 * descriptions of JSON-LD are. Parsed in a document that runs no code and loads nothing.
 * `page` gives the parser where there is no global one (Node).
 */
export function htmlToText(markup: string, page: Document): string {
  let html = markup.slice(0, MAX_MARKUP);
  for (let pass = 0; pass < 2 && !ANY_TAG.test(html); pass += 1) html = decodeEntities(html, page);
  if (!ANY_TAG.test(html)) return cleanLines(html);
  // Plain text with a few inline tags: its line ends are its only breaks.
  if (!BLOCK_TAG.test(html)) html = html.replace(/\r\n?|\n/g, '<br>');
  return textOf(parseInert(html, page).body);
}

/** Text with its entities decoded once; a tag in it stays text. */
export function decodeEntities(text: string, page: Document): string {
  if (!text.includes('&')) return text;
  return parseInert(`<pre>\n${text.replaceAll('<', '&lt;')}`, page).body.textContent ?? '';
}

function parseInert(html: string, page: Document): Document {
  const Parser = globalThis.DOMParser ?? page.defaultView?.DOMParser;
  if (!Parser) throw new Error('no DOMParser in this environment');
  return new Parser().parseFromString(html, 'text/html');
}
