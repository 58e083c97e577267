const SKIPPED = new Set(
  'script style template noscript svg iframe object canvas video audio select datalist textarea input head meta link'.split(
    ' ',
  ),
);
const BLOCK = new Set(
  'address article aside blockquote body caption dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main nav ol p pre search section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const ELEMENT = 1;
const TEXT = 3;
const CELL = new Set(['td', 'th']);

// Not \s: that holds U+FEFF, which is put inside words to hide them and is the engine's to judge.
const BLANK = '[\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const BLANKS = new RegExp(`${BLANK}+`, 'gu');
const LINE_END = /\r\n?|[\n\u0085\u2028\u2029]/gu;

/** One line of text: white space folded to single spaces and trimmed. Null where nothing is left. */
export function clean(text: string | null | undefined): string | null {
  const folded = (text ?? '').replace(BLANKS, ' ');
  return trimSpaces(folded) || null;
}

/** Lines of text: white space folded inside each line, empty lines dropped. */
export function cleanLines(text: string): string {
  const lines: string[] = [];
  for (const line of text.split(LINE_END)) {
    const folded = clean(line);
    if (folded !== null) lines.push(folded);
  }
  return lines.join('\n');
}

/** The first element that matches, trying the selectors in their order. */
export function pick(root: ParentNode, selectors: string | readonly string[]): Element | null {
  for (const selector of typeof selectors === 'string' ? [selectors] : selectors) {
    const found = root.querySelector(selector);
    if (found) return found;
  }
  return null;
}

/** One line of text of the first element that matches and holds any text, or null. */
export function pickText(root: ParentNode, selectors: string | readonly string[]): string | null {
  for (const selector of typeof selectors === 'string' ? [selectors] : selectors) {
    for (const found of root.querySelectorAll(selector)) {
      const text = lineOf(found);
      if (text !== null) return text;
    }
  }
  return null;
}

/** The readable text of an element as one line, or null where there is none. */
export function lineOf(element: Element | null): string | null {
  return element ? clean(textOf(element)) : null;
}

/**
 * The readable text of an element: a line for each block element, `br` and list item, white space folded, no empty
 * lines. Code, styles, templates, form values, drawings and elements with `hidden` are left out; the element asked
 * for is read even where it is hidden itself. Works without layout, so styles given by a style sheet are not seen.
 * `leaveOut` names further elements to pass over.
 */
export function textOf(element: Element, leaveOut: (element: Element) => boolean = () => false): string {
  const skips = (node: Element) => node !== element && (isSkipped(node) || leaveOut(node));
  const parts: string[] = [];
  let pre = 0;
  walk(
    element,
    (node) => {
      if (node.nodeType === TEXT) parts.push(pre > 0 ? textData(node) : textData(node).replace(BLANKS, ' '));
      if (!isElement(node) || skips(node)) return false;
      parts.push(breakAround(node));
      if (node.localName === 'pre') pre += 1;
      return true;
    },
    (node) => {
      if (!isElement(node) || skips(node)) return;
      if (node.localName === 'pre') pre -= 1;
      if (node.localName !== 'br') parts.push(breakAround(node));
    },
  );
  return cleanLines(parts.join(''));
}

/**
 * Visits a tree in document order without recursion: a page may nest deeper than the stack.
 * `enter` says whether the children are visited; `leave` comes after them, and also where they were not.
 */
export function walk(root: Node, enter: (node: Node) => boolean, leave: (node: Node) => void = () => {}): void {
  let node = root;
  for (;;) {
    const child = enter(node) ? node.firstChild : null;
    if (child) {
      node = child;
      continue;
    }
    for (;;) {
      leave(node);
      if (node === root) return;
      if (node.nextSibling) {
        node = node.nextSibling;
        break;
      }
      if (!node.parentNode) return;
      node = node.parentNode;
    }
  }
}

export function isElement(node: Node): node is Element {
  return node.nodeType === ELEMENT;
}

function textData(node: Node): string {
  return node.nodeValue ?? '';
}

function breakAround(element: Element): string {
  if (element.localName === 'br' || BLOCK.has(element.localName)) return '\n';
  return CELL.has(element.localName) ? ' ' : '';
}

/** Whether an element holds nothing a reader reads: code, drawings, form values, or hidden. */
export function isSkipped(element: Element): boolean {
  if (SKIPPED.has(element.localName)) return true;
  const hidden = element.getAttribute('hidden');
  return hidden !== null && hidden !== 'until-found';
}

function trimSpaces(text: string): string {
  const start = text.startsWith(' ') ? 1 : 0;
  const end = text.endsWith(' ') && text.length > start ? text.length - 1 : text.length;
  return text.slice(start, end);
}
