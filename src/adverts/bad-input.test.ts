import { describe, expect, it } from 'vitest';
import { MAX_TEXT } from './advert.ts';
import { BOARDS } from './boards/index.ts';
import { textOf } from './dom.ts';
import { extractAdverts } from './extract.ts';
import { jsonLdPage, pageOf } from './testing.ts';

const SENTENCE = 'We look for a cook who likes early mornings and warm bread. ';
const extract = (html: string) => extractAdverts(pageOf(html), BOARDS);

// Times for jsdom on a busy machine: its parser is slow on these pages, the extractors are not.
describe('bad input', { timeout: 300_000 }, () => {
  // A browser nests 512 elements at most and puts the rest beside; jsdom, and the page's own scripts, nest them all.
  it('reads 10,000 nested elements', () => {
    const { document, url } = pageOf(`<main>${'<div>'.repeat(10_000)}${SENTENCE}`);
    expect(textOf(document.body)).toBe(SENTENCE.trim());
    const found = extractAdverts({ document, url }, BOARDS);
    expect(found).toMatchObject([{ advert: { found: 'generic', text: SENTENCE.trim() } }]);
  });

  it('reads 100,000 siblings', () => {
    const [one] = extract(`<main>${'<i>ab</i> '.repeat(100_000)}</main>`);
    expect(one?.advert.text.startsWith('ab ab')).toBe(true);
    expect(one?.advert.text.length).toBeLessThanOrEqual(MAX_TEXT);
  });

  it('cuts five million letters and 200,000 in one line', () => {
    expect(extract(`<main><p>${SENTENCE.repeat(84_000)}</p></main>`)[0]?.advert.text).toMatch(/^.{199999,200000}$/);
    expect(extract(`<main><p>${'a'.repeat(200_001)}</p></main>`)[0]?.advert.text).toHaveLength(MAX_TEXT);
  });

  it('cuts a long block of structured data', () => {
    const page = jsonLdPage({ '@type': 'JobPosting', title: 'x'.repeat(5_000), description: SENTENCE.repeat(25_000) });
    const [one] = extractAdverts(page, BOARDS);
    expect(one?.advert.text.length).toBeLessThanOrEqual(MAX_TEXT);
    expect(one?.advert.title).toHaveLength(1_000);
  });

  it.each([
    ['an empty page', ''],
    ['text that is not HTML', 'just a few words'],
    ['bytes', String.fromCharCode(...Array.from({ length: 5_000 }, (_, at) => (at * 7919) % 256))],
    ['a page without a body', '<html><head></head><frameset><frame></frameset></html>'],
    ['an image of vectors', '<svg><foreignObject><p>x</p></foreignObject></svg>'],
  ])('never throws on %s', (_name, html) => {
    expect(extract(html).every(({ advert }) => advert.found === 'generic')).toBe(true);
  });

  it('never throws where the document is not HTML', () => {
    const { document, url } = pageOf('');
    const xml = new (document.defaultView as Window & typeof globalThis).DOMParser().parseFromString(
      '<a><b/></a>',
      'text/xml',
    );
    expect(extractAdverts({ document: xml, url }, BOARDS)).toEqual([]);
  });

  it('keeps a title that is markup as text, and runs nothing', () => {
    const title = '<img src=x onerror="globalThis.ran = true"><b>Cook</b>';
    const page = jsonLdPage({
      '@type': 'JobPosting',
      title,
      description: `<script>globalThis.ran = true</script><p>${SENTENCE}</p>`,
    });
    expect(extractAdverts(page, BOARDS)).toMatchObject([{ advert: { title, text: SENTENCE.trim() } }]);
    expect(page.document.querySelector('img')).toBeNull();
    expect('ran' in globalThis).toBe(false);
  });

  it('leaves direction overrides and lone surrogates to the engine', () => {
    const text = `\u202Egninrom eht ekil\u202C ${SENTENCE}\ud83c end`;
    expect(extract(`<main><p>${text}</p></main>`)[0]?.advert.text).toContain('\u202Egninrom eht ekil\u202C');
    const page = jsonLdPage(`{"@type":"JobPosting","title":"\\u202Ekooc","description":"a \\ud83c b"}`);
    expect(extractAdverts(page, BOARDS)).toMatchObject([{ advert: { title: '\u202Ekooc', text: 'a \ud83c b' } }]);
  });
});
