import { toAdvert } from './advert.ts';
import { findAnchors } from './anchors.ts';
import { extractGeneric } from './generic.ts';
import { extractJsonLd } from './json-ld.ts';
import { matchesPattern } from './match-pattern.ts';
import { merge, type Named } from './merge.ts';
import { extractMicrodata } from './microdata.ts';
import type { Board, FoundAdvert, Page } from './types.ts';

/** An extractor that failed on a page; the others go on. `source` is the board's id, `json-ld`, `microdata` or `generic`. */
export interface ExtractionProblem {
  readonly source: string;
  readonly error: unknown;
}

/**
 * The adverts of a page, the open one first, each once: structured data, then the board whose patterns cover the
 * address, then, where neither has any, the page's main block of text. Never throws.
 */
export function extractAdverts(
  page: Page,
  boards: readonly Board[],
  onProblem: (problem: ExtractionProblem) => void = () => {},
): FoundAdvert[] {
  const attempt = <T>(source: string, work: () => T[]): T[] => {
    try {
      return work();
    } catch (error) {
      onProblem({ source, error });
      return [];
    }
  };
  const jsonLd = attempt('json-ld', () => extractJsonLd(page, (error) => onProblem({ source: 'json-ld', error })));
  const structured = jsonLd.length > 0 ? jsonLd : attempt('microdata', () => extractMicrodata(page));
  const board = boards.find((candidate) => candidate.matches.some((pattern) => matchesPattern(pattern, page.url)));
  const fromBoard = board ? attempt(board.id, () => board.extract(page)) : [];
  const merged = merge(structured, fromBoard, board?.id ?? 'json-ld');
  const generic = () => extractGeneric(page).map((raw) => ({ raw, board: 'generic' }));
  const named = merged.length > 0 ? merged : attempt('generic', generic);
  return unique(named.flatMap((one) => attempt(one.board, () => finish(one, page))));
}

function finish({ raw, board }: Named, page: Page): FoundAdvert[] {
  const advert = toAdvert(raw, board, page.url);
  if (!advert) return [];
  if (raw.root && raw.heading) return [{ advert, root: raw.root, heading: raw.heading, role: raw.role }];
  // One of a list is found by its title: a page's list rarely shows the words of its structured data.
  const anchors = findAnchors(page.document, raw.title, raw.role === 'detail' ? raw.text : '');
  return [{ advert, root: raw.root ?? anchors.root, heading: raw.heading ?? anchors.heading, role: raw.role }];
}

/** Each advert once, the open one first. Boards list one text under several addresses: those are several adverts. */
function unique(found: readonly FoundAdvert[]): FoundAdvert[] {
  const ordered = [...found.filter((one) => one.role === 'detail'), ...found.filter((one) => one.role === 'card')];
  const seen = new Set<string>();
  return ordered.filter(({ advert }) => {
    const key = `${advert.id} ${advert.url}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
