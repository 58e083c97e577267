// Guest pages: job search, the job's own page, and the fragments of the guest API. Pages of members are not read.
// Hooks: data-entity-urn, classes base-search-card__*, job-search-card__*, topcard__*, show-more-less-html__markup.
import { pick, pickText, textOf } from '../dom.ts';
import type { Board, Page, RawAdvert } from '../types.ts';
import { advertOf, cardsOf, linesOf, linkOf, type Parts, rootOf } from './parts.ts';

const CARD = '.base-search-card[data-entity-urn*="jobPosting"], .job-search-card';

export const linkedin: Board = {
  id: 'linkedin',
  name: 'LinkedIn',
  matches: ['*://*.linkedin.com/*'],
  // The feed and the messages are somebody's private pages.
  readsAlone: ['*://*.linkedin.com/jobs*'],
  extract(page) {
    const cards = cardsOf(page, CARD, (root) => readCard(root, page));
    const open = readOpen(page);
    return open ? [open, ...cards] : cards;
  },
};

function readCard(root: Element, page: Page): Parts {
  const company = pickText(root, '.base-search-card__subtitle');
  const location = pickText(root, '.job-search-card__location');
  const pay = pickText(root, '.job-search-card__salary-info');
  const link = pick(root, ['a.base-card__full-link', 'a[href*="/jobs/view/"]']) ?? (root.matches('a') ? root : null);
  return {
    role: 'card',
    root,
    heading: pick(root, '.base-search-card__title'),
    company,
    location,
    pay,
    lines: [company, location, pay, ...linesOf(root, '.job-search-card__snippet')],
    url: linkOf(link?.getAttribute('href'), page),
  };
}

function readOpen(page: Page): RawAdvert | null {
  const heading = pick(page.document, ['.top-card-layout__title', '.topcard__title']);
  const description = pick(page.document, ['.show-more-less-html__markup', '.description__text']);
  if (!heading || !description) return null;
  const root = rootOf(heading, description);
  const pay = pickText(root, ['.compensation__salary', '.topcard__flavor--salary']);
  return advertOf({
    role: 'detail',
    root,
    heading,
    company: pickText(root, ['.topcard__org-name-link', '.topcard__flavor:not(.topcard__flavor--bullet)']),
    location: pickText(root, '.topcard__flavor--bullet:not(.topcard__flavor--metadata)'),
    pay,
    lines: [textOf(description), pay, ...linesOf(root, '.description__job-criteria-item')],
    url: linkOf(heading.closest('a')?.getAttribute('href'), page) ?? page.url.href,
  });
}
