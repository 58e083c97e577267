// Search results (the list keeps only the cards near the screen in the page) and the job's own page.
// Hooks: data-gtm-joblist, classes info-job__text, info-company__text, info-tags__text, info-description, job-header__title, list-row.
import { lineOf, pick, pickText, textOf } from '../dom.ts';
import type { Board, Page, RawAdvert } from '../types.ts';
import { advertOf, cardsOf, linesOf, linkOf, type Parts, rootOf } from './parts.ts';

export const board104: Board = {
  id: '104',
  name: '104 人力銀行',
  matches: ['*://www.104.com.tw/*'],
  extract(page) {
    const cards = cardsOf(page, '.job-summary', (root) => readCard(root, page));
    const open = readOpen(page);
    return open ? [open, ...cards] : cards;
  },
};

function readCard(root: Element, page: Page): Parts {
  const link = pick(root, 'a.info-job__text');
  const company = pickText(root, '.info-company__text');
  return {
    role: 'card',
    root,
    heading: link,
    company,
    location: pickText(root, ['[data-gtm-joblist^="職缺-地區"]', '.info-tags__text']),
    pay: pickText(root, '[data-gtm-joblist^="職缺-薪資"]'),
    lines: [
      company,
      ...linesOf(root, '.info-company-addon-type, .info-tags__text, .info-description, .info-othertags__text'),
    ],
    url: linkOf(link?.getAttribute('href'), page),
  };
}

function readOpen(page: Page): RawAdvert | null {
  const heading = pick(page.document, '.job-header__title h1');
  const description = pick(page.document, '.job-description__content');
  if (!heading || !description) return null;
  const root = rootOf(heading, description);
  const rows = [...root.querySelectorAll('.list-row')].map(readRow).filter((row) => row !== null);
  const value = (label: string) => rows.find((row) => row.label === label)?.value ?? null;
  return advertOf({
    role: 'detail',
    root,
    heading,
    company: pickText(root, ['.job-header__title [data-gtm-head="公司名稱"]', '.job-header__title a']),
    location: value('上班地點'),
    pay: value('工作待遇'),
    lines: [
      textOf(description),
      ...rows.map((row) => `${row.label}：${row.value}`),
      ...linesOf(root, '.benefits-description'),
    ],
    url: page.url.href,
  });
}

function readRow(row: Element): { label: string; value: string } | null {
  const label = lineOf(row.querySelector('h3'));
  const value = lineOf(row.querySelector('.list-row__data'));
  return label && value ? { label, value } : null;
}
