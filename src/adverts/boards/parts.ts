import { lineOf, textOf } from '../dom.ts';
import type { Page, RawAdvert } from '../types.ts';

/** What a board reads of one card or of the open advert. */
export interface Parts {
  readonly role: RawAdvert['role'];
  readonly root: Element;
  readonly heading: Element | null;
  /** The heading's own text where not given. */
  readonly title?: string | null;
  readonly company: string | null;
  readonly location: string | null;
  readonly pay: string | null;
  readonly lines: readonly (string | null)[];
  readonly url: string | null;
}

/** The advert made of its parts, or null where title or text is missing, as on a placeholder that is still loading. */
export function advertOf(parts: Parts): RawAdvert | null {
  const { role, root, heading, company, location, pay, url } = parts;
  const title = parts.title ?? lineOf(heading);
  const text = parts.lines.filter((line) => line !== null && line !== '').join('\n');
  if (title === null || text === '') return null;
  return { title, company, location, pay, text, url, found: 'board', root, heading, role };
}

/** One advert for each element that matches and can be read, in page order. */
export function cardsOf(page: Page, selector: string, read: (root: Element) => Parts | null): RawAdvert[] {
  const adverts: RawAdvert[] = [];
  for (const root of page.document.querySelectorAll(selector)) {
    const parts = read(root);
    const advert = parts && advertOf(parts);
    if (advert) adverts.push(advert);
  }
  return adverts;
}

/**
 * The text of every element that matches, in page order. An element inside one already read is not read again, nor is
 * one inside `except`.
 */
export function linesOf(root: Element, selector: string, except?: string): string[] {
  const lines: string[] = [];
  let last: Element | null = null;
  for (const element of root.querySelectorAll(selector)) {
    if (last?.contains(element) || isWithin(element, root, except)) continue;
    last = element;
    const text = textOf(element);
    if (text !== '') lines.push(text);
  }
  return lines;
}

/** An advert's own address, without query and fragment: they carry the visit, not the advert. Null where it is none. */
export function linkOf(href: string | null | undefined, page: Page): string | null {
  if (!href || !URL.canParse(href, page.url.href)) return null;
  const url = new URL(href, page.url.href);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return `${url.origin}${url.pathname}`;
}

/** The nearest element that holds both. */
export function rootOf(one: Element, other: Element | null): Element {
  let root = one;
  while (other && !root.contains(other) && root.parentElement) root = root.parentElement;
  return root;
}

function isWithin(element: Element, root: Element, selector: string | undefined): boolean {
  const outer = selector ? element.closest(selector) : null;
  return outer !== null && outer !== root && root.contains(outer);
}
