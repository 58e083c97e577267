import { type Span, sourceOf } from '../engine/types.ts';

interface Index {
  /** All characters under the root but white space and invisible ones. */
  readonly text: string;
  /** For each character of `text`: number of its text node, and where it stands in it. */
  readonly node: Uint32Array;
  readonly offset: Uint32Array;
  readonly nodes: readonly Text[];
}

// An advert's text has line breaks where the page has elements, and none where a page wraps its source.
const SKIPPED = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/;
// Of the DOM's interfaces Node and NodeFilter, which a document without a window does not have.
const [ELEMENT, TEXT, SHOW_ELEMENT, SHOW_TEXT, ACCEPT, REJECT] = [1, 3, 1, 4, 1, 2];
const SILENT = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TEXTAREA']);
/** Characters on each side that tell equal quotes apart. */
const CONTEXT = 80;
/** Quotes found more often than this say nothing about a place. */
const MAX_REPEATS = 500;

/**
 * Finds the words of an advert in its page.
 * @param roots where to look, the closest first: the advert's own element, then the page's body.
 * @param advert what the spans point into.
 * @returns one range for each span that was found, in the order of the spans.
 */
export function findSpans(
  roots: readonly Element[],
  advert: { readonly title: string; readonly text: string },
  spans: readonly Span[],
): Range[] {
  const source = sourceOf(advert);
  for (const root of roots) {
    const index = indexOf(root);
    const ranges = spans.flatMap((span) => placesOf(index, source, span));
    if (ranges.length > 0) return ranges;
  }
  return [];
}

function placesOf(index: Index, source: string, span: Span): Range[] {
  const whole = bestPlace(index, source, span.start, span.end);
  if (whole) return [whole];
  // A page may have put something of its own between two lines of the advert.
  return linesOf(source, span).flatMap(([start, end]) => bestPlace(index, source, start, end) ?? []);
}

function linesOf(source: string, { start, end }: Span): [number, number][] {
  const lines: [number, number][] = [];
  let from = start;
  for (const line of source.slice(start, end).split('\n')) {
    if (line.trim().length > 3) lines.push([from, from + line.length]);
    from += line.length + 1;
  }
  return lines.length > 1 ? lines : [];
}

function bestPlace(index: Index, source: string, start: number, end: number): Range | null {
  const quote = visible(source.slice(start, end));
  if (quote === '') return null;
  const before = visible(source.slice(Math.max(0, start - 2 * CONTEXT), start)).slice(-CONTEXT);
  const after = visible(source.slice(end, end + 2 * CONTEXT)).slice(0, CONTEXT);

  // The words with all that stands around them: at once the right one of any number of repeats.
  const exact = index.text.indexOf(before + quote + after);
  if (exact >= 0 && isVisible(index, exact + before.length)) {
    return rangeOf(index, exact + before.length, exact + before.length + quote.length);
  }

  let best = -1;
  let bestScore = -1;
  let seen = 0;
  for (let at = index.text.indexOf(quote); at >= 0 && seen < MAX_REPEATS; at = index.text.indexOf(quote, at + 1)) {
    seen += 1;
    const score = sameEnd(index.text, at, before) + sameStart(index.text, at + quote.length, after);
    if (score > bestScore && isVisible(index, at)) {
      best = at;
      bestScore = score;
    }
  }
  return best < 0 ? null : rangeOf(index, best, best + quote.length);
}

/** Pages keep unseen copies of an advert for other screens; without layout (in tests) every place counts as seen. */
function isVisible({ nodes, node }: Index, at: number): boolean {
  const element = nodes[node[at] ?? -1]?.parentElement;
  return element?.checkVisibility?.() ?? true;
}

function sameEnd(text: string, end: number, context: string): number {
  let same = 0;
  while (same < context.length && same < end && text[end - 1 - same] === context[context.length - 1 - same]) same += 1;
  return same;
}

function sameStart(text: string, start: number, context: string): number {
  let same = 0;
  while (same < context.length && text[start + same] === context[same]) same += 1;
  return same;
}

function rangeOf({ nodes, node, offset }: Index, start: number, end: number): Range | null {
  const first = nodes[node[start] ?? -1];
  const last = nodes[node[end - 1] ?? -1];
  if (!first || !last) return null;
  const range = first.ownerDocument.createRange();
  range.setStart(first, offset[start] ?? 0);
  range.setEnd(last, (offset[end - 1] ?? 0) + 1);
  return range;
}

function visible(text: string): string {
  let kept = '';
  for (let at = 0; at < text.length; at += 1) if (!SKIPPED.test(text[at] ?? '')) kept += text[at];
  return kept;
}

function indexOf(root: Element): Index {
  const nodes: Text[] = [];
  const parts: string[] = [];
  const node: number[] = [];
  const offset: number[] = [];
  for (const text of textNodes(root)) {
    const { data } = text;
    for (let at = 0; at < data.length; at += 1) {
      const unit = data[at] ?? '';
      if (SKIPPED.test(unit)) continue;
      parts.push(unit);
      node.push(nodes.length);
      offset.push(at);
    }
    nodes.push(text);
  }
  return { text: parts.join(''), node: Uint32Array.from(node), offset: Uint32Array.from(offset), nodes };
}

function* textNodes(root: Element): Generator<Text> {
  const walker = root.ownerDocument.createTreeWalker(root, SHOW_ELEMENT | SHOW_TEXT, (node) => {
    const silent = node.nodeType === ELEMENT && (SILENT.has(node.nodeName) || (node as Element).hasAttribute('hidden'));
    return silent ? REJECT : ACCEPT;
  });
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node.nodeType === TEXT) yield node as Text;
}
