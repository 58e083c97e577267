import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { DEMO_ADVERTS } from '../demo/adverts.ts';
import { boardPages, DEMO_URL } from '../demo/board.ts';
import { BOARDS } from '../src/adverts/boards/index.ts';
import { extractAdverts } from '../src/adverts/extract.ts';

function read(url: string) {
  const html = boardPages().get(url) ?? '';
  return extractAdverts({ document: new JSDOM(html, { url }).window.document, url: new URL(url) }, BOARDS);
}

describe('the demo board', () => {
  it('shows every advert with its facts and a place for a mark', () => {
    const found = read(DEMO_URL);
    expect(found.map(({ advert }) => [advert.title, advert.company, advert.location, advert.pay])).toEqual(
      DEMO_ADVERTS.map(({ title, company, place, pay }) => [title, company, place, pay]),
    );
    for (const { heading } of found) expect(heading).not.toBeNull();
  });

  it.each(DEMO_ADVERTS)('has a page for $id alone', ({ id, title, lines }) => {
    const [open, ...others] = read(`${DEMO_URL}job/${id}`);
    expect(others).toEqual([]);
    expect(open).toMatchObject({ role: 'detail', advert: { title } });
    for (const line of lines) expect(open?.advert.text).toContain(line);
  });

  it('is made up: no address or number that could be somebody’s', () => {
    const text = DEMO_ADVERTS.flatMap(({ lines }) => lines).join('\n');
    for (const [mail] of text.matchAll(/[\w.]+@[\w.-]+\.\w+/g)) expect(mail).toMatch(/\.example$/);
    for (const [handle] of text.matchAll(/(?<![\w.])@\w+/g)) expect(handle).toMatch(/^@demo_\w*555$/);
    for (const [phone] of text.matchAll(/\b0\d{1,3}[- ]\d{3,4}[- ]\d{3,4}\b/g)) expect(phone).toContain('555');
  });
});
