import { readdirSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it, vi } from 'vitest';
import type { Board, RawAdvert } from '../types.ts';
import { indeed } from './indeed.ts';
import { BOARDS } from './index.ts';

const FIXTURES = new URL('../../../fixtures/', import.meta.url);

function extract(board: Board, html: string, url = 'https://board.example/jobs'): RawAdvert[] {
  const { window } = new JSDOM(html, { url });
  return board.extract({ document: window.document, url: new URL(url) });
}

function pageOf(board: string, name: string): string {
  return readFileSync(new URL(`${board}/${name}/page.html`, FIXTURES), 'utf8');
}

const documents = new Map<string, Document>();

/** A fixture's document, parsed once: for tests that leave it as it is. */
function documentOf(board: string, name: string): Document {
  const key = `${board}/${name}`;
  const known = documents.get(key) ?? new JSDOM(pageOf(board, name)).window.document;
  documents.set(key, known);
  return known;
}

describe.each(BOARDS.map((board) => ({ id: board.id, board })))('$id', ({ id, board }) => {
  const cases = readdirSync(new URL(`${id}/`, FIXTURES));

  it('finds nothing where there is no advert', () => {
    const article = '<main><h1>How we chose our office plants</h1><p>Ferns, mostly.</p><button>Apply</button></main>';
    for (const html of ['', '<', '{"a":1}', '<frameset>', article]) expect(extract(board, html)).toEqual([]);
  });

  it('finds nothing on the pages of other boards', () => {
    for (const other of BOARDS.filter((one) => one !== board)) {
      for (const name of ['list', 'detail']) {
        const page = { document: documentOf(other.id, name), url: new URL('https://board.example/jobs') };
        expect(board.extract(page), `${other.id}/${name}`).toEqual([]);
      }
    }
  });

  it('gives up on a page whose parts are gone one after the other, never throwing', () => {
    for (const name of cases) {
      const { window } = new JSDOM(pageOf(id, name), { url: 'https://board.example/jobs' });
      const page = { document: window.document, url: new URL('https://board.example/jobs') };
      for (let step = 0; step < 25; step += 1) {
        const all = [...window.document.body.querySelectorAll('*')];
        all[(step * 7919) % Math.max(all.length, 1)]?.remove();
        for (const advert of board.extract(page)) {
          expect(advert.title, name).toBeTruthy();
          expect(advert.text, name).not.toBe('');
        }
      }
    }
  });

  it('takes no address but a web address', () => {
    for (const name of cases) {
      const html = pageOf(id, name).replaceAll(/href="[^"]*"/g, 'href="javascript:alert(1)"');
      for (const { url } of extract(board, html)) expect(url ?? 'https:').toMatch(/^https:/);
    }
  });
});

describe('the open pane of Indeed', () => {
  it('is read as it stands, before and after a click changes it without a load', async () => {
    const first = 'https://www.indeed.com/jobs?q=customer+service&l=&vjk=a1f0c2d3e4b50001';
    const { window } = new JSDOM(pageOf('indeed', 'list-with-pane'), {
      url: first,
      runScripts: 'dangerously',
    });
    const read = () => indeed.extract({ document: window.document, url: new URL(window.location.href) });
    const cards = read().filter(({ role }) => role === 'card');
    const before = read().at(0);
    expect(before).toMatchObject({ role: 'detail', title: cards[0]?.title, url: cards[0]?.url });

    window.document.querySelector<HTMLElement>('[data-jk="a1f0c2d3e4b50002"]')?.click();
    expect(window.location.search).toContain('vjk=a1f0c2d3e4b50002');
    // The address is ahead of the pane: what is shown is still the first job, and is called so.
    expect(read().at(0)).toMatchObject({ title: before?.title, text: before?.text, url: before?.url });

    await vi.waitUntil(() => window.document.querySelector('[aria-busy]') === null, { timeout: 10_000 });
    const after = read().filter(({ role }) => role === 'detail');
    expect(after.length).toBe(1);
    expect(after[0]).toMatchObject({ title: cards[1]?.title, company: cards[1]?.company, url: cards[1]?.url });
    expect(after[0]?.text).toContain('The company keeps your passport');
    expect(after[0]?.text).not.toContain('bookshop');
    expect(read().filter(({ role }) => role === 'card').length).toBe(4);
  });
});
