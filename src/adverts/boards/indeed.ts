// Search results (cards beside an open pane) and the job's own page; one layout for all countries.
// Hooks: data-jk, data-testid (company-name, text-location, jobsearch-JobInfoHeader-title), #jobDescriptionText, #benefits.
import { lineOf, pick, pickText, textOf } from '../dom.ts';
import type { Board, Page, RawAdvert } from '../types.ts';
import { advertOf, cardsOf, linesOf, type Parts, rootOf } from './parts.ts';

const PANE_TITLE = '[data-testid="jobsearch-JobInfoHeader-title"], .jobsearch-JobInfoHeader-title';
const FACTS = '#salaryInfoAndJobType > span, #jobDetailsSection li, #benefits li';
const DESCRIPTIONS = ['#jobDescriptionText', '.jobsearch-JobComponent-description'];
const PLACES = [
  '[data-testid="inlineHeader-companyLocation"]',
  '[data-testid="jobsearch-JobInfoHeader-companyLocation"]',
];
const HAS_CURRENCY = /\p{Sc}|\d\D*円/u;

export const indeed: Board = {
  id: 'indeed',
  name: 'Indeed',
  matches: ['*://*.indeed.com/*'],
  extract(page) {
    const cards = cardsOf(page, '.cardOutline, .job_seen_beacon', (root) => readCard(root, page));
    const open = readOpen(page, cards);
    return open ? [open, ...cards] : cards;
  },
};

function readCard(root: Element, page: Page): Parts | null {
  // The outline is the whole card with its snippet; where there is none, the beacon is all there is.
  if (root.parentElement?.closest('.cardOutline')) return null;
  const link = pick(root, ['a[data-jk]', '.jobTitle a']);
  const company = pickText(root, '[data-testid="company-name"]');
  const location = pickText(root, '[data-testid="text-location"]');
  const id = link?.getAttribute('data-jk');
  return {
    role: 'card',
    root,
    heading: link,
    company,
    location,
    pay: pickText(root, '.salary-snippet-container'),
    lines: [
      company,
      location,
      ...linesOf(root, '.metadataContainer > li').map(withoutCount),
      ...linesOf(root, '[data-testid="belowJobSnippet"] li, .job-snippet', '[data-testid="more_links"]'),
    ],
    url: id ? `${page.url.origin}/viewjob?jk=${encodeURIComponent(id)}` : null,
  };
}

function readOpen(page: Page, cards: readonly RawAdvert[]): RawAdvert | null {
  const heading = page.document.querySelector(PANE_TITLE);
  const description = pick(page.document, DESCRIPTIONS);
  if (!heading || !description) return null;
  const root = rootOf(heading, description);
  const title = titleOf(heading);
  const company = pickText(root, '[data-testid="inlineHeader-companyName"]');
  const facts = linesOf(root, FACTS).map((fact) => fact.replace(/^-\s+/u, ''));
  // The page's address names the job that was asked for, which may still be loading; the card names the job shown.
  const card = cards.find((each) => each.title === title && each.company === company);
  return advertOf({
    role: 'detail',
    root,
    heading,
    title,
    company,
    location: pickText(root, PLACES),
    pay: facts.find((fact) => HAS_CURRENCY.test(fact)) ?? null,
    lines: [...facts, textOf(description)],
    url: card?.url ?? page.url.href,
  });
}

/** The pane's title without the words that only a screen reader is meant to hear after it ("- job post"). */
function titleOf(heading: Element): string | null {
  const title = lineOf(heading);
  const suffix = lineOf(heading.querySelector('span span'));
  if (!title || !suffix?.startsWith('-') || !title.endsWith(suffix)) return title;
  return title.slice(0, -suffix.length).trim();
}

/** "Full-time + 1" says that more is known than is shown. */
function withoutCount(text: string): string {
  return text.replace(/\s*\+\s?\d+$/u, '');
}
