import { isElement, isSkipped, lineOf, textOf, walk } from './dom.ts';
import type { Page, RawAdvert } from './types.ts';

/** Letters outside links that a block must hold to be read as an advert. */
export const MIN_LETTERS = 40;
/** Share of a block's plain words that one child must hold for the search to go on inside it. */
const MOST = 0.7;
/** Share of words inside links above which a block is a menu or a list of links. */
const MAX_LINKED = 0.5;

// Sets rather than selectors: every element of the page is asked.
const FURNITURE = new Set(['nav', 'header', 'footer', 'aside', 'dialog']);
const FURNITURE_ROLES = new Set('navigation banner contentinfo complementary dialog alertdialog search'.split(' '));
/** Words that are pressed, not read: menus, filters, lists of links. */
const CONTROLS = new Set(['a', 'button', 'label']);
const CONTROL_ROLES = new Set(['button', 'link', 'menuitem', 'option', 'tab']);
const NOTICE = /cookie|consent|gdpr|ccpa|lgpd|onetrust|privacy|privally|newsletter|breadcrumb/i;

/** Letters in an element: to be read, or on something to be pressed. */
interface Words {
  plain: number;
  linked: number;
}

/**
 * The main block of text of a page as one advert: the innermost element that holds most of the words outside links,
 * navigation and notices. An empty list where there is no such block. Whether it is an advert is the engine's to say.
 */
export function extractGeneric(page: Page): RawAdvert[] {
  const { document } = page;
  if (!document.body) return [];
  const words = countWords(document.body);
  const root = innermost(startOf(document, words), words);
  const count = words.get(root) ?? { plain: 0, linked: 0 };
  if (count.plain < MIN_LETTERS || count.linked > MAX_LINKED * (count.plain + count.linked)) return [];
  const heading = headingFor(root, document);
  const title = lineOf(heading);
  const text = textOf(root, isFurniture);
  const rest = title !== null && text.startsWith(`${title}\n`) ? text.slice(title.length + 1) : text;
  return [{ title, text: rest, found: 'generic', root, heading, role: 'detail' }];
}

function startOf(document: Document, words: ReadonlyMap<Element, Words>): Element {
  const mains = [...document.querySelectorAll('main, [role="main"], article, [itemprop="articleBody"]')];
  const enough = mains.filter((main) => (words.get(main)?.plain ?? 0) >= MIN_LETTERS);
  const outermost = enough.filter((main) => !enough.some((other) => other !== main && other.contains(main)));
  return outermost.length === 1 && outermost[0] ? outermost[0] : document.body;
}

function innermost(start: Element, words: ReadonlyMap<Element, Words>): Element {
  let at = start;
  for (;;) {
    const enough = MOST * (words.get(at)?.plain ?? 0);
    let inner = at.firstElementChild;
    while (inner && (words.get(inner)?.plain ?? 0) <= enough) inner = inner.nextElementSibling;
    // A heading or paragraph is a part of an advert, not its block.
    if (!inner || /^(?:p|h[1-6]|ul|ol|pre|span|b|strong|em|i|font)$/.test(inner.localName)) return at;
    at = inner;
  }
}

/** Letters in each element, apart for those inside controls; furniture counts nothing. */
function countWords(body: Element): Map<Element, Words> {
  const words = new Map<Element, Words>();
  const open: Words[] = [];
  let controls = 0;
  walk(
    body,
    (node) => {
      if (node.nodeType === 3) {
        const inner = open.at(-1);
        const letters = node.nodeValue?.match(/\p{L}/gu)?.length ?? 0;
        if (inner && controls > 0) inner.linked += letters;
        else if (inner) inner.plain += letters;
      }
      if (!isElement(node) || isSkipped(node) || (node !== body && isFurniture(node))) return false;
      const count = { plain: 0, linked: 0 };
      words.set(node, count);
      open.push(count);
      if (isControl(node)) controls += 1;
      return true;
    },
    (node) => {
      const count = isElement(node) ? words.get(node) : undefined;
      if (!count) return;
      if (isElement(node) && isControl(node)) controls -= 1;
      open.pop();
      const outer = open.at(-1);
      if (outer) {
        outer.plain += count.plain;
        outer.linked += count.linked;
      }
    },
  );
  return words;
}

function isControl(element: Element): boolean {
  return CONTROLS.has(element.localName) || CONTROL_ROLES.has(element.getAttribute('role') ?? '');
}

function isFurniture(element: Element): boolean {
  // An article's own header holds the advert's title and employer.
  if (FURNITURE.has(element.localName))
    return element.localName !== 'header' || element.closest('main, article, [role="main"]') === null;
  if (FURNITURE_ROLES.has(element.getAttribute('role') ?? '') || element.getAttribute('aria-modal') === 'true')
    return true;
  return NOTICE.test(`${element.id} ${element.getAttribute('class') ?? ''}`);
}

function headingFor(root: Element, document: Document): Element | null {
  const own = root.querySelector('h1') ?? root.querySelector('h2');
  return own ?? [...document.querySelectorAll('h1')].find((heading) => !isInFurniture(heading)) ?? null;
}

function isInFurniture(element: Element): boolean {
  for (let at: Element | null = element; at && at.localName !== 'body'; at = at.parentElement)
    if (isFurniture(at)) return true;
  return false;
}
