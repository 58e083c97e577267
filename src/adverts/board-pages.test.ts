import { existsSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, it } from 'vitest';
import { BOARDS } from './boards/index.ts';
import { extractAdverts } from './extract.ts';
import type { FoundAdvert } from './types.ts';

/** Saved pages of real boards: third-party, so they lie outside the repository and are only counted here. */
const PAGES = new URL('../../../shared/pages/', import.meta.url);
const PRESENT = existsSync(PAGES);

interface Expected {
  readonly file: string;
  readonly url: string;
  readonly board: string;
  readonly open: 0 | 1;
  readonly cards: number;
  /** Letters that the shortest advert must have: some boards show a card's company and place only. */
  readonly shortest: number;
}

const LINKEDIN = { url: 'https://www.linkedin.com/jobs/search', board: 'linkedin' };
const EXPECTED: readonly Expected[] = [
  {
    file: 'indeed_us_q-frontend-l-egypt_2026-07',
    url: 'https://www.indeed.com/jobs',
    board: 'indeed',
    open: 1,
    cards: 16,
    shortest: 100,
  },
  {
    file: 'indeed_in_list_2026-05',
    url: 'https://in.indeed.com/jobs',
    board: 'indeed',
    open: 1,
    cards: 16,
    shortest: 100,
  },
  {
    file: 'indeed_jp_detail_2024-11',
    url: 'https://jp.indeed.com/viewjob',
    board: 'indeed',
    open: 1,
    cards: 0,
    shortest: 1000,
  },
  { file: 'linkedin_au_full-stack_guest_2025-01', ...LINKEDIN, open: 0, cards: 7, shortest: 30 },
  { file: 'linkedin_in_list_2024-11', ...LINKEDIN, open: 0, cards: 60, shortest: 25 },
  { file: 'linkedin_us_list-fragment_2026-06', ...LINKEDIN, open: 0, cards: 10, shortest: 15 },
  { file: 'linkedin_us_detail-fragment_2026-06', ...LINKEDIN, open: 1, cards: 0, shortest: 5000 },
  { file: 'linkedin_ae_detail_2025-06', ...LINKEDIN, open: 1, cards: 0, shortest: 1500 },
  {
    file: 'jobstreet_id_all-jobs_2025-04',
    url: 'https://id.jobstreet.com/id/jobs',
    board: 'seek',
    open: 0,
    cards: 32,
    shortest: 50,
  },
  { file: 'seek_job-detail', url: 'https://www.seek.com.au/job/1', board: 'seek', open: 1, cards: 0, shortest: 1500 },
  {
    file: '104_tw_search-data-analyst_2025-02',
    url: 'https://www.104.com.tw/jobs/search/',
    board: '104',
    open: 0,
    cards: 22,
    shortest: 100,
  },
  {
    file: 'computrabajo_ar_search-python_2025',
    url: 'https://ar.computrabajo.com/',
    board: 'computrabajo',
    open: 1,
    cards: 20,
    shortest: 30,
  },
  {
    file: 'computrabajo_search',
    url: 'https://co.computrabajo.com/',
    board: 'computrabajo',
    open: 1,
    cards: 20,
    shortest: 25,
  },
  {
    file: 'camhr_kh_job-list_2022-09',
    url: 'https://www.camhr.com/a/job',
    board: 'camhr',
    open: 0,
    cards: 50,
    shortest: 25,
  },
  {
    file: 'camhr_kh_job-detail_2022-09_a',
    url: 'https://www.camhr.com/a/job/1',
    board: 'camhr',
    open: 1,
    cards: 0,
    shortest: 2000,
  },
];

if (!PRESENT) it.skip('the saved pages are not in this checkout (../shared/pages): nothing was compared with them');

describe.runIf(PRESENT)('saved pages of real boards', () => {
  describe.each(EXPECTED)('$file', ({ file, url, board, open, cards, shortest }) => {
    let found: FoundAdvert[] = [];
    let problems = 0;

    beforeAll(() => {
      const { window } = new JSDOM(readFileSync(new URL(`${file}.html`, PAGES), 'utf8'), { url });
      const page = { document: window.document, url: new URL(url) };
      found = extractAdverts(page, BOARDS, () => {
        problems += 1;
      });
    });

    // Booleans and numbers alone are compared: a failure must not print the page's words.
    it('finds the open advert first, then every card', () => {
      const roles = found.map(({ role }) => role);
      expect(problems).toBe(0);
      expect(roles.filter((role) => role === 'detail').length).toBe(open);
      expect(roles.filter((role) => role === 'card').length).toBe(cards);
      expect(roles.lastIndexOf('detail')).toBe(open - 1);
      expect(found.every(({ advert }) => advert.board === board)).toBe(true);
    });

    it('fills title, company, place and address of each', () => {
      const filled = found.filter(({ advert: { title, company, location } }) => title && company && location);
      expect(filled.length).toBe(open + cards);
      expect(found.filter(({ advert }) => /^https:\/\/[^/]+\/./.test(advert.url)).length).toBe(open + cards);
      expect(new Set(found.map(({ advert, role }) => `${role} ${advert.url}`)).size).toBe(open + cards);
    });

    it('tells fields apart', () => {
      const mixed = found.filter(
        ({ advert: { title, company, location } }) => title === company || company === location,
      );
      expect(mixed.length).toBe(0);
      expect(found.filter(({ advert }) => advert.text.startsWith(`${advert.title}\n`)).length).toBe(0);
    });

    it('gives plain text of some length', () => {
      const lengths = found.map(({ advert }) => advert.text.length);
      expect(Math.min(...lengths)).toBeGreaterThanOrEqual(shortest);
      expect(found.filter(({ advert }) => /<\/?[a-z][^>]*>|&(?:amp|lt|gt|nbsp|#\d+);/i.test(advert.text)).length).toBe(
        0,
      );
      expect(
        found.filter(({ advert }) => /\b(?:Save job|Easily apply|Apply Now|Postularme|儲存)(?:$|\n)/m.test(advert.text))
          .length,
      ).toBe(0);
    });

    it('names the element of each advert and of its heading', () => {
      expect(found.filter(({ root }) => root === null).length).toBe(0);
      expect(found.filter(({ root, heading }) => root?.contains(heading) !== true).length).toBe(0);
      expect(new Set(found.map(({ root }) => root)).size).toBe(open + cards);
    });
  });
});
