import { advertOfPosting } from './job-posting.ts';
import { type Entity, isNode, isOfType, listOf, wordsOf } from './structured.ts';
import { parseTolerant } from './tolerant-json.ts';
import type { Page, RawAdvert } from './types.ts';

/** Values looked at in one page's blocks; a page that nests more is not describing jobs. */
const MAX_VALUES = 200_000;

/** A posting and whether it stood in a list. */
export interface Posting {
  readonly node: Entity;
  readonly listed: boolean;
}

/** The adverts of a page's JSON-LD blocks. A broken block is passed over and handed to `onProblem`. */
export function extractJsonLd(page: Page, onProblem: (error: unknown) => void = () => {}): RawAdvert[] {
  const postings: Posting[] = [];
  for (const script of page.document.querySelectorAll('script[type*="ld+json" i]')) {
    try {
      postings.push(...findPostings(parseTolerant(script.textContent ?? '')));
    } catch (error) {
      onProblem(error);
    }
  }
  return advertsOf(postings, page);
}

/** Postings as adverts; the open one first. */
export function advertsOf(postings: readonly Posting[], page: Page): RawAdvert[] {
  const open = openPosting(postings, page.url);
  const ordered = open ? [open, ...postings.filter((posting) => posting !== open)] : postings;
  return ordered.flatMap(
    (posting) => advertOfPosting(posting.node, posting === open ? 'detail' : 'card', page.document) ?? [],
  );
}

/** The advert the page is about: the only one outside a list, or the one with the page's address. */
function openPosting(postings: readonly Posting[], url: URL): Posting | undefined {
  const alone = postings.filter((posting) => !posting.listed);
  if (alone.length === 1) return alone[0];
  return alone.find((posting) => listOf(posting.node.url ?? posting.node['@id']).some((at) => isAddress(at, url)));
}

function isAddress(value: unknown, url: URL): boolean {
  const address = wordsOf(value) ?? '';
  if (address === '' || !URL.canParse(address, url)) return false;
  const at = new URL(address, url);
  return at.pathname === url.pathname && at.search === url.search;
}

/** Every JobPosting in a JSON-LD value, in its order, however deep. */
export function findPostings(value: unknown): Posting[] {
  const postings: Posting[] = [];
  const rest: { value: unknown; listed: boolean }[] = [{ value, listed: false }];
  for (let seen = 0; seen < MAX_VALUES; seen += 1) {
    const next = rest.pop();
    if (!next) break;
    if (isNode(next.value) && isOfType(next.value, 'JobPosting')) {
      postings.push({ node: next.value, listed: next.listed });
      continue;
    }
    const listed = next.listed || (isNode(next.value) && isOfType(next.value, 'ItemList'));
    const inner = isNode(next.value) ? Object.values(next.value) : Array.isArray(next.value) ? next.value : [];
    for (const child of inner.toReversed()) if (typeof child === 'object') rest.push({ value: child, listed });
  }
  return postings;
}
