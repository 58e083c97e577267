import { describe, expect, it } from 'vitest';
import { type ExtractionProblem, extractAdverts } from './extract.ts';
import { boardOf, jsonLdPage, pageOf, rawOf } from './testing.ts';

const POSTING = { '@type': 'JobPosting', title: 'Line cook', description: 'Two shifts and meals paid by us.' };
const WORDS = '<main><h1>Line cook</h1><p>Two shifts and meals paid by us, all through the year.</p></main>';
const none = boardOf(() => []);
const brief = (...args: Parameters<typeof extractAdverts>) =>
  extractAdverts(...args).map(({ advert, role }) => [advert.title, advert.board, advert.found, role]);

describe('extractAdverts', () => {
  it('takes structured data first and finds its places in the page', () => {
    const page = jsonLdPage(POSTING, WORDS);
    const [one, ...others] = extractAdverts(page, [none]);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ advert: { board: 'json-ld', found: 'json-ld', title: 'Line cook' }, role: 'detail' });
    expect(one?.heading).toBe(page.document.querySelector('h1'));
    expect(one?.root).toBe(page.document.querySelector('p'));
  });

  it('merges the block with what the board of the address reads', () => {
    const page = jsonLdPage(POSTING, WORDS);
    const root = page.document.querySelector('main');
    const board = boardOf(() => [
      rawOf({ title: 'Line cook', text: 'Two', root }),
      rawOf({ title: 'Baker', role: 'card' }),
    ]);
    const found = extractAdverts(page, [boardOf(() => [rawOf({})], ['*://other.example/*']), board]);
    expect(found.map(({ advert }) => [advert.title, advert.board, advert.found])).toEqual([
      ['Line cook', 'demo', 'json-ld'],
      ['Baker', 'demo', 'board'],
    ]);
    expect(found[0]?.root).toBe(root);
    expect(found[0]?.heading).toBe(page.document.querySelector('h1'));
  });

  it('falls back to microdata, then to the main text', () => {
    const item = '<div itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">Line cook</h1></div>';
    expect(brief(pageOf(item), [none])).toEqual([['Line cook', 'json-ld', 'json-ld', 'detail']]);
    expect(brief(pageOf(WORDS), [none])).toEqual([['Line cook', 'generic', 'generic', 'detail']]);
    expect(brief(pageOf('<p>Hello</p>'), [none])).toEqual([]);
  });

  it('asks no board of another address', () => {
    const other = boardOf(() => [rawOf({})], ['*://other.example/*']);
    expect(brief(pageOf(''), [other])).toEqual([]);
  });

  it('gives each advert once, the open one first', () => {
    const card = (title: string, url: string) => rawOf({ title, url, role: 'card' });
    const board = boardOf(() => [
      card('A', '/1'),
      card('A', '/1'),
      card('A', '/2'),
      rawOf({ title: 'Open' }),
      card('B', '/3'),
    ]);
    expect(
      extractAdverts(pageOf(''), [board]).map(({ advert }) => `${advert.title} ${new URL(advert.url).pathname}`),
    ).toEqual(['Open /jobs/1', 'A /1', 'A /2', 'B /3']);
  });

  it('goes on where an extractor fails, and says which', () => {
    const problems: ExtractionProblem[] = [];
    const broken = boardOf(() => {
      throw new Error('layout changed');
    });
    const page = pageOf(`<script type="application/ld+json">{"@type":</script>${WORDS}`);
    expect(brief(page, [broken], (problem) => problems.push(problem))).toEqual([
      ['Line cook', 'generic', 'generic', 'detail'],
    ]);
    expect(problems.map(({ source }) => source)).toEqual(['json-ld', 'demo']);
    expect(problems[1]?.error).toEqual(new Error('layout changed'));
    expect(brief(page, [broken])).toHaveLength(1);
  });

  it('keys an advert by its words, whatever the address', () => {
    const id = (url: string) => extractAdverts(jsonLdPage(POSTING, '', url), [])[0]?.advert.id;
    expect(id('https://board.example/1')).toBe(id('https://board.example/2'));
    expect(id('https://board.example/1')).toMatch(/^[0-9a-f]{32}$/);
  });
});
