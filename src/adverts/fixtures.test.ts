import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Expected, readFixture } from '../../scripts/fixture/expected.ts';
import { BOARDS } from './boards/index.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures', import.meta.url));
const TAG = /<\/?(?:p|br|div|span|li|ul|ol|a|b|i|strong|em|h[1-6]|script|style|img|table)\b[^>]*>/i;

const folders = (folder: string) => readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const cases = folders(FIXTURES).flatMap(({ name: board }) =>
  folders(join(FIXTURES, board)).map(({ name }) => ({ board, name, folder: join(FIXTURES, board, name) })),
);

describe.each(cases)('fixture $board/$name', ({ board, folder }) => {
  const expected: Expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
  const found = readFixture(readFileSync(join(folder, 'page.html'), 'utf8'), expected.url, BOARDS);

  it('gives exactly the expected adverts', () => {
    const fields = found.map(({ advert, role }) => ({
      board: advert.board,
      found: advert.found,
      role,
      title: advert.title,
      company: advert.company,
      location: advert.location,
      pay: advert.pay,
    }));
    expect(fields).toEqual(expected.adverts.map(({ textIncludes: _in, textExcludes: _out, ...rest }) => rest));
  });

  it('reads the words and nothing else', () => {
    for (const [place, advert] of expected.adverts.entries()) {
      const text = found[place]?.advert.text ?? '';
      for (const words of advert.textIncludes) expect(text).toContain(words);
      for (const words of advert.textExcludes ?? []) expect(text).not.toContain(words);
      expect(text).not.toMatch(TAG);
    }
  });

  it('knows where each advert stands in the page', () => {
    for (const { root, heading, role } of found) {
      if (role === 'card') expect(root && heading && root.contains(heading)).toBe(true);
      expect(root ?? heading).not.toBeNull();
    }
  });

  it('is about the board of its folder', () => {
    if (expected.adverts.length > 0 && BOARDS.some(({ id }) => id === board))
      expect(expected.adverts.map((advert) => advert.board)).toContain(board);
  });
});

it('finds the fixtures of every board', () => {
  const boards = new Set(cases.map(({ board }) => board));
  expect([...BOARDS.map(({ id }) => id), 'json-ld', 'generic'].filter((id) => !boards.has(id))).toEqual([]);
  expect(cases.every(({ folder }) => existsSync(join(folder, 'expected.json')))).toBe(true);
});
