// Job list and the job's own page; texts of the board in English, Khmer or Chinese.
// Hooks: classes job-item, job-title, company-name, other-info, job-salary, job-name-span, company-headbox, mailTable, descript-list.
import { lineOf, pick, pickText } from '../dom.ts';
import type { Board, Page, RawAdvert } from '../types.ts';
import { advertOf, cardsOf, linesOf, linkOf, type Parts } from './parts.ts';

const PLACE_LABEL = /location|地点|地點|ទីតាំង/iu;

export const camhr: Board = {
  id: 'camhr',
  name: 'CamHR',
  matches: ['*://*.camhr.com/*'],
  extract(page) {
    const cards = cardsOf(page, '.job-item', (root) => readCard(root, page));
    const open = readOpen(page);
    return open ? [open, ...cards] : cards;
  },
};

function readCard(root: Element, page: Page): Parts {
  const link = pick(root, 'a.job-title');
  const company = pickText(root, '.company-name');
  const pay = pickText(root, '.job-salary');
  const term = ownLine(root.querySelector('.other-info'));
  const location = linesOf(root, '.other-info > span:not(.job-salary)').findLast((text) => text !== '|') ?? null;
  return {
    role: 'card',
    root,
    heading: link,
    company,
    location,
    pay,
    lines: [company, term, location, pay],
    url: linkOf(link?.getAttribute('href'), page),
  };
}

function readOpen(page: Page): RawAdvert | null {
  const root = pick(page.document, '.job-detail-container');
  const heading = root && pick(root, '.job-name-span');
  if (!root || !heading) return null;
  const facts = factsOf(root);
  return advertOf({
    role: 'detail',
    root,
    heading,
    company: pickText(root, '.company-headbox a'),
    location: facts.find((fact) => PLACE_LABEL.test(fact.label))?.value ?? facts.at(-1)?.value ?? null,
    pay: pickText(root, '.job-welfare > span'),
    lines: [...facts.map((fact) => `${fact.label}: ${fact.value}`), ...linesOf(root, '.job-descript')],
    url: page.url.href,
  });
}

/** The pairs of the table; "~" stands for nothing said. */
function factsOf(root: Element): { label: string; value: string }[] {
  const facts: { label: string; value: string }[] = [];
  for (const head of root.querySelectorAll('.mailTable th')) {
    const label = lineOf(head);
    const value = lineOf(head.nextElementSibling);
    if (label && value && value !== '~') facts.push({ label, value });
  }
  return facts;
}

function ownLine(element: Element | null): string | null {
  const words = [...(element?.childNodes ?? [])].filter((node) => node.nodeType === 3).map((node) => node.nodeValue);
  return words.join(' ').trim() || null;
}
