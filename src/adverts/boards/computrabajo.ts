// Search results beside an open pane, in the present and an older layout, and the job's own page; one layout for all countries.
// Hooks: data-offers-grid-*, offer-grid-article-company-url, article.box_offer, a.js-o-link, .header_detail, div-link="oferta".
import { clean, lineOf, pick, pickText } from '../dom.ts';
import type { Board, Page, RawAdvert } from '../types.ts';
import { advertOf, cardsOf, linesOf, linkOf, type Parts } from './parts.ts';

export const computrabajo: Board = {
  id: 'computrabajo',
  name: 'Computrabajo',
  matches: [
    '*://*.computrabajo.com/*',
    '*://*.computrabajo.com.ar/*',
    '*://*.computrabajo.com.co/*',
    '*://*.computrabajo.com.mx/*',
    '*://*.computrabajo.com.pe/*',
    '*://*.computrabajo.com.ve/*',
    '*://*.computrabajo.cl/*',
    '*://*.computrabajo.es/*',
  ],
  extract(page) {
    const cards = cardsOf(page, 'article.box_offer', (root) => readCard(root, page));
    const open = readPane(page) ?? readOwnPage(page);
    return open ? [open, ...cards] : cards;
  },
};

function readCard(root: Element, page: Page): Parts {
  const link = pick(root, ['a.js-o-link', 'h2 a']);
  const { company, location } = companyAndPlace(root);
  const pay = lineOf(pick(root, '.i_salary, .i_money')?.parentElement ?? null);
  return {
    role: 'card',
    root,
    heading: link,
    company,
    location,
    pay,
    lines: [company, location, ...linesOf(root, '.fs13.mt15 > span')],
    url: linkOf(link?.getAttribute('href'), page),
  };
}

/** The present layout has an element for each; the older one parts them by an empty line of the source alone. */
function companyAndPlace(root: Element): { company: string | null; location: string | null } {
  const named = pickText(root, '[offer-grid-article-company-url]');
  const line = root.querySelector('p.fs16.dFlex');
  if (line) {
    const company = named ?? sourceBlocks(line).at(-1) ?? null;
    return { company, location: pickText(root, ['p.fs16:not(.dFlex) .mr10', 'p.fs16:not(.dFlex)']) };
  }
  const blocks = sourceBlocks(pick(root, 'h2 ~ p.fs16'));
  return { company: named ?? blocks.at(0) ?? null, location: blocks.length > 1 ? (blocks.at(-1) ?? null) : null };
}

function sourceBlocks(element: Element | null): string[] {
  const blocks = (element?.textContent ?? '').split(/\n\s*\n/u).map((block) => clean(block));
  return blocks.filter((block) => block !== null);
}

function readPane(page: Page): RawAdvert | null {
  const root = pick(page.document, '[data-offers-grid-detail-container]');
  const header = root?.querySelector('.header_detail');
  if (!root || !header || root.classList.contains('hide')) return null;
  const tags = linesOf(root, '.mbB > .tag, .mbB > p.dFlex');
  return advertOf({
    role: 'detail',
    root,
    heading: pick(root, '[data-offers-grid-detail-title]'),
    company: pickText(header, ['p.fs16 a', 'div.fs16 > span:first-child', 'p.fs16:not(.fwB)']),
    location: pickText(header, ['p.fs16.mb5', 'div.fs16 > span:last-child']),
    pay: payOf(root, tags),
    lines: [...tags, ...linesOf(root, 'div.fs16, ul.disc', '.header_detail')],
    url: linkOf(pick(root, '[data-url]')?.getAttribute('data-url'), page) ?? page.url.href,
  });
}

function readOwnPage(page: Page): RawAdvert | null {
  const root = pick(page.document, ['main.detail_fs', 'main']);
  const body = root?.querySelector('[div-link="oferta"]');
  if (!root || !body) return null;
  const heading = root.querySelector('h1');
  // "Company - Place", and either may hold a hyphen: the place is what stands after the last one.
  const [company = null, location = null] = splitLast(pickText(root, ['h1 + p.fs16', 'p.fs16']) ?? '');
  const tags = linesOf(body, '.mbB > .tag, .mbB > p.dFlex');
  return advertOf({
    role: 'detail',
    root,
    heading,
    company,
    location,
    pay: payOf(body, tags),
    lines: [...tags, ...linesOf(body, 'p.mbB, ul.disc')],
    url: page.url.href,
  });
}

function payOf(root: Element, tags: readonly string[]): string | null {
  const marked = pick(root, '.i_salary, .i_money')?.parentElement;
  return lineOf(marked ?? null) ?? tags.find((tag) => /\d/u.test(tag)) ?? null;
}

function splitLast(text: string): (string | null)[] {
  const at = text.lastIndexOf(' - ');
  return at < 0 ? [clean(text), null] : [clean(text.slice(0, at)), clean(text.slice(at + 3))];
}
