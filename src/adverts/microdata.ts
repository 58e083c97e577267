import { isElement, textOf, walk } from './dom.ts';
import { advertOfPosting } from './job-posting.ts';
import { isOfType } from './structured.ts';
import type { Page, RawAdvert } from './types.ts';

type Item = { [name: string]: unknown };
/** Items read on one page: nested ones are read once for each they stand in. */
const MAX_ITEMS = 500;
const ADDRESSES = new Set(['url', 'sameAs', 'image', 'logo']);

/** The adverts of a page's microdata (`itemtype=".../JobPosting"`), with their elements. */
export function extractMicrodata(page: Page): RawAdvert[] {
  const roots = [...page.document.querySelectorAll('[itemscope][itemtype*="JobPosting" i]')].slice(0, MAX_ITEMS);
  const items = roots
    .map((root) => ({ root, item: readItem(root) }))
    .filter(({ item }) => isOfType(item, 'JobPosting'));
  const role = items.length === 1 ? 'detail' : 'card';
  return items.flatMap(({ root, item }) => {
    const advert = advertOfPosting(item, role, page.document);
    return advert ? { ...advert, root, heading: headingOf(root) } : [];
  });
}

/** An item and the items in it as a node in JSON-LD's shape. */
function readItem(root: Element): Item {
  const item = newItem(root);
  const open: { element: Element; item: Item }[] = [];
  walk(
    root,
    (node) => {
      if (!isElement(node)) return false;
      const scope = open.at(-1)?.item ?? item;
      const isScope = node !== root && node.hasAttribute('itemscope');
      const value = isScope ? newItem(node) : null;
      if (node !== root) addProperties(scope, node, value);
      if (value) open.push({ element: node, item: value });
      return true;
    },
    (node) => {
      if (open.at(-1)?.element === node) open.pop();
    },
  );
  return item;
}

function newItem(element: Element): Item {
  return { '@type': element.getAttribute('itemtype')?.split(/\s+/) ?? [] };
}

function addProperties(scope: Item, element: Element, item: Item | null): void {
  const names = element.getAttribute('itemprop')?.split(/\s+/) ?? [];
  for (const name of names) {
    if (name === '') continue;
    const value = item ?? wordsIn(element, name);
    const before = scope[name];
    scope[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
}

function wordsIn(element: Element, name: string): string {
  const attribute = (ADDRESSES.has(name) && element.getAttribute('href')) || element.getAttribute('content');
  if (attribute) return attribute;
  // An employer is often a link, whose value by the standard is its address; a reader wants its name.
  return textOf(element);
}

function headingOf(root: Element): Element | null {
  return root.querySelector('[itemprop~="title"]:not(meta)') ?? root.querySelector('h1, h2, h3');
}
