import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { JSDOM, VirtualConsole } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { BOARDS } from './boards/index.ts';
import { extractAdverts } from './extract.ts';

const PAGES = fileURLToPath(new URL('../../../shared/pages', import.meta.url));
const isThere = existsSync(PAGES);
if (!isThere) console.info('pages.test.ts: no saved pages in ../shared/pages, skipped');

/** Pages of other people: what a failing test prints are counts, never their words. */
function counts(file: string, host: string) {
  const html = readFileSync(`${PAGES}/${file}.html`, 'utf8');
  const { document } = new JSDOM(html, { virtualConsole: new VirtualConsole() }).window;
  const problems: string[] = [];
  const page = { document, url: new URL(`https://${host}/`) };
  const found = extractAdverts(page, BOARDS, ({ source }) => problems.push(source));
  const count = (test: (one: (typeof found)[number]) => unknown) => found.filter(test).length;
  return {
    adverts: found.length,
    structured: count(({ advert }) => advert.found === 'json-ld'),
    open: count(({ role }) => role === 'detail'),
    titles: count(({ advert }) => advert.title),
    companies: count(({ advert }) => advert.company),
    places: count(({ advert }) => advert.location),
    pays: count(({ advert }) => advert.pay),
    texts: count(({ advert }) => advert.text.length >= 40 && !/<\/?(?:p|br|b|li|div)\b/i.test(advert.text)),
    roots: count(({ root }) => root),
    headings: count(({ heading }) => heading),
    problems: problems.length,
  };
}

const ONE = {
  adverts: 1,
  structured: 1,
  open: 1,
  titles: 1,
  companies: 1,
  places: 1,
  texts: 1,
  roots: 1,
  headings: 1,
  problems: 0,
};

describe.runIf(isThere)('structured data of saved pages', () => {
  it.each([
    ['jobkorea_kr_detail_2025-11', 'www.jobkorea.co.kr', 1],
    ['indeed_jp_detail_2024-11', 'jp.indeed.com', 1],
    ['topjobs_lk_detail_2026-06', 'www.topjobs.lk', 0],
    ['linkedin_ae_detail_2025-06', 'www.linkedin.com', 0],
    ['hh_ru_detail_2014-10', 'hh.ru', 1],
  ])('reads the one advert of %s', (file, host, pays) => {
    expect(counts(file, host)).toEqual({ ...ONE, pays });
  });

  // Their lists name addresses alone, which are no adverts; the pages have no board yet and are read as one text.
  it.each([
    ['bayt_international_list_2026-06', 'www.bayt.com'],
    ['naukri_in_list_2025-08', 'www.naukri.com'],
  ])('makes no advert of the list of addresses in %s', (file, host) => {
    expect(counts(file, host)).toMatchObject({ structured: 0, adverts: 1, problems: 0 });
  });
});
