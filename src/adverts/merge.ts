import { clean } from './dom.ts';
import type { RawAdvert } from './types.ts';

/** A raw advert with the id of what found it. */
export interface Named {
  readonly raw: RawAdvert;
  readonly board: string;
}

/** Letters of a board's text above which it must share a line with the structured data that names the same job. */
const ENOUGH_TO_COMPARE = 200;

/**
 * One list from what structured data and a board found. An open advert that both describe is one: the structured
 * data's words, the board's places in the page. Lists come from the board where it has one.
 */
export function merge(structured: readonly RawAdvert[], fromBoard: readonly RawAdvert[], board: string): Named[] {
  const fallback = (raws: readonly RawAdvert[]) => raws.map((raw) => ({ raw, board: 'json-ld' }));
  if (fromBoard.length === 0) return fallback(structured);
  const own = fromBoard.find((raw) => raw.role === 'detail');
  const described = structured.find((raw) => raw.role === 'detail');
  const cards = fromBoard.filter((raw) => raw !== own).map((raw) => ({ raw, board }));
  const listed = cards.length > 0 ? cards : fallback(structured.filter((raw) => raw !== described));
  if (!own) return [...fallback(described ? [described] : []), ...listed];
  // A board that swaps its pane leaves the block of the first job behind: what the pane shows decides.
  const open = described && isSameJob(described, own) ? combine(described, own) : own;
  return [{ raw: open, board }, ...listed];
}

function combine(described: RawAdvert, own: RawAdvert): RawAdvert {
  return {
    ...described,
    title: described.title ?? own.title,
    company: described.company ?? own.company ?? null,
    location: described.location ?? own.location ?? null,
    pay: described.pay ?? own.pay ?? null,
    url: described.url ?? own.url ?? null,
    text: described.text === '' ? own.text : described.text,
    root: own.root ?? described.root,
    heading: own.heading ?? described.heading,
  };
}

function isSameJob(described: RawAdvert, own: RawAdvert): boolean {
  const [a, b] = [folded(described.title), folded(own.title)];
  if (a !== '' && b !== '' && !a.includes(b) && !b.includes(a)) return false;
  const shown = folded(own.text);
  if (shown.length < ENOUGH_TO_COMPARE || described.text === '') return true;
  return described.text
    .split('\n')
    .some((line) => folded(line).length >= 8 && shown.includes(folded(line).slice(0, 40)));
}

/** Letters and digits alone: the two sources differ in spaces, punctuation and case. */
function folded(text: string | null): string {
  return (clean(text) ?? '').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}
