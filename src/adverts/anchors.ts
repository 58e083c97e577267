import { clean, isElement, isSkipped, lineOf, walk } from './dom.ts';

/** Letters at the start of a line by which it is found again in the page. */
const PROBE = 8;

/** Places in a page that show an advert whose words came from elsewhere (JSON-LD): where to mark and highlight. */
export interface Anchors {
  readonly root: Element | null;
  readonly heading: Element | null;
}

/** Finds the heading with an advert's title, and the smallest element that holds the lines of its text. */
export function findAnchors(document: Document, title: string | null, text: string): Anchors {
  const heading = headingWith(document, title);
  const holder = document.body ? holderOf(document.body, text) : null;
  return { heading, root: holder ?? heading?.closest('article, li, main, section') ?? heading?.parentElement ?? null };
}

function headingWith(document: Document, title: string | null): Element | null {
  const wanted = folded(title);
  if (wanted === '') return null;
  const headings = [...document.querySelectorAll('h1, h2, h3, [role="heading"]')];
  const lines = headings.map((heading) => folded(lineOf(heading)));
  const same = lines.indexOf(wanted);
  const found = same >= 0 ? same : lines.findIndex((line) => line !== '' && line.includes(wanted));
  return headings[found] ?? null;
}

function holderOf(body: Element, text: string): Element | null {
  const probes = new Set(text.split('\n').flatMap((line) => probeOf(line) ?? []));
  if (probes.size === 0) return null;
  let holder: Element | null = null;
  walk(body, (node) => {
    if (isElement(node)) return !isSkipped(node);
    const probe = node.nodeType === 3 ? probeOf(node.nodeValue) : null;
    if (probe !== null && probes.has(probe) && node.parentElement) holder = common(holder, node.parentElement);
    return false;
  });
  return holder;
}

function common(holder: Element | null, element: Element): Element {
  let at = holder ?? element;
  while (!at.contains(element) && at.parentElement) at = at.parentElement;
  return at;
}

function probeOf(line: string | null): string | null {
  const words = folded((line ?? '').slice(0, 500));
  return words.length < PROBE ? null : words.slice(0, PROBE);
}

function folded(line: string | null): string {
  return (clean(line) ?? '').toLowerCase();
}
