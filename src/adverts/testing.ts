import { JSDOM } from 'jsdom';
import type { Board, Page, RawAdvert } from './types.ts';

/** A page for tests, as the content script would see it. */
export function pageOf(html: string, url = 'https://board.example/jobs/1'): Page {
  return { document: new JSDOM(html, { url }).window.document, url: new URL(url) };
}

/** A page whose JSON-LD block holds this value, or this text as it is. */
export function jsonLdPage(block: unknown, body = '', url?: string): Page {
  const text = typeof block === 'string' ? block : JSON.stringify(block).replaceAll('</', '<\\/');
  return pageOf(`<head><script type="application/ld+json">${text}</script></head><body>${body}</body>`, url);
}

/** A board for tests that gives what it is told to. */
export function boardOf(extract: Board['extract'], matches = ['*://board.example/*']): Board {
  return { id: 'demo', name: 'Demo', matches, extract };
}

/** A raw advert with these fields. */
export function rawOf(fields: Partial<RawAdvert>): RawAdvert {
  return { title: 'Cook', text: 'Two shifts.', found: 'board', root: null, heading: null, role: 'detail', ...fields };
}
