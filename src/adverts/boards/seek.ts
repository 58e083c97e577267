// SEEK, JobStreet and JobsDB share one layout: search results (with or without an open pane) and the job's own page.
// Hooks: data-automation (jobTitle, jobCompany, jobCardLocation, jobSalary, job-detail-*, jobAdDetails), data-job-id.
import { lineOf, pick, pickText, textOf } from '../dom.ts';
import type { Board, Page, RawAdvert } from '../types.ts';
import { advertOf, cardsOf, linesOf, linkOf, type Parts, rootOf } from './parts.ts';

const CARD = 'article[data-job-id], article[data-testid="job-card"]';
const MORE =
  '[data-automation="jobSubClassification"], [data-automation="jobClassification"], [data-automation="jobShortDescription"], ul > li';

export const seek: Board = {
  id: 'seek',
  name: 'SEEK, JobStreet, JobsDB',
  matches: [
    '*://*.seek.com.au/*',
    '*://*.seek.co.nz/*',
    '*://*.seek.com/*',
    '*://*.jobstreet.com/*',
    '*://*.jobstreet.com.my/*',
    '*://*.jobstreet.com.sg/*',
    '*://*.jobstreet.com.ph/*',
    '*://*.jobstreet.co.id/*',
    '*://*.jobsdb.com/*',
  ],
  extract(page) {
    const cards = cardsOf(page, CARD, (root) => readCard(root, page));
    const open = readOpen(page);
    return open ? [open, ...cards] : cards;
  },
};

function readCard(root: Element, page: Page): Parts {
  const link = pick(root, '[data-automation="jobTitle"]');
  const company = pickText(root, '[data-automation="jobCompany"]');
  const location = placeOf(root);
  const pay = pickText(root, '[data-automation="jobSalary"]');
  return {
    role: 'card',
    root,
    heading: link,
    company,
    location,
    pay,
    lines: [company, location, pay, ...linesOf(root, MORE, 'button')],
    url: linkOf(link?.getAttribute('href'), page),
  };
}

/** A place is shown as one element for each of its parts: "Bekasi", ", Jawa Barat". */
function placeOf(root: Element): string | null {
  const parts = [...root.querySelectorAll('[data-automation="jobCardLocation"]')].map(lineOf);
  const place = parts.filter((part) => part !== null).join(' ');
  return place === '' ? null : place.replace(/ ?, ?/gu, ', ');
}

function readOpen(page: Page): RawAdvert | null {
  const heading = pick(page.document, '[data-automation="job-detail-title"]');
  const description = pick(page.document, '[data-automation="jobAdDetails"]');
  if (!heading || !description) return null;
  const root = rootOf(heading, description);
  const pay = pickText(root, '[data-automation="job-detail-salary"]');
  return advertOf({
    role: 'detail',
    root,
    heading,
    company: pickText(root, '[data-automation="advertiser-name"]'),
    location: pickText(root, '[data-automation="job-detail-location"]'),
    pay,
    lines: [
      pay,
      pickText(root, '[data-automation="job-detail-work-type"]'),
      pickText(root, '[data-automation="job-detail-classifications"]'),
      textOf(description),
    ],
    url:
      linkOf(heading.querySelector('a')?.getAttribute('href') ?? heading.closest('a')?.getAttribute('href'), page) ??
      page.url.href,
  });
}
