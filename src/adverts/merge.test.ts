import { describe, expect, it } from 'vitest';
import { merge } from './merge.ts';
import { pageOf, rawOf } from './testing.ts';

const { body } = pageOf('<h1>Cook</h1>').document;
const LONG = `${'The pane shows these words about the job of a cook. '.repeat(6)}`;
const described = rawOf({
  found: 'json-ld',
  title: 'Line Cook',
  text: 'From the block.\nThe pane shows these words',
  pay: '9 USD',
});
const own = rawOf({
  title: 'line cook (new)',
  text: 'Short',
  company: 'Spoon',
  pay: '8',
  root: body,
  heading: body.firstElementChild,
});
const card = (title: string, found: 'board' | 'json-ld' = 'board') => rawOf({ title, role: 'card', found });
const brief = (...args: Parameters<typeof merge>) =>
  merge(...args).map(({ raw, board }) => [raw.title, board, raw.role]);

describe('merge', () => {
  it('makes one of an open advert that both describe', () => {
    expect(merge([described], [own], 'demo')).toEqual([
      {
        board: 'demo',
        raw: { ...described, company: 'Spoon', location: null, url: null, root: own.root, heading: own.heading },
      },
    ]);
  });

  it('trusts the page where the block is about the job shown before', () => {
    expect(merge([{ ...described, title: 'Welder' }], [own], 'demo')).toEqual([{ board: 'demo', raw: own }]);
    const shown = { ...own, text: LONG };
    expect(merge([{ ...described, text: 'Words of another job altogether.' }], [shown], 'demo')).toEqual([
      { board: 'demo', raw: shown },
    ]);
    expect(merge([described], [shown], 'demo')[0]?.raw.text).toBe(described.text);
  });

  it('takes what a bare block lacks from the board', () => {
    const [one] = merge([{ ...described, title: null, text: '' }], [own], 'demo');
    expect(one?.raw).toMatchObject({ title: own.title, text: 'Short', pay: '9 USD', found: 'json-ld' });
  });

  it('takes the list from the board where it has one', () => {
    expect(brief([card('X', 'json-ld')], [own, card('A'), card('B')], 'demo')).toEqual([
      [own.title, 'demo', 'detail'],
      ['A', 'demo', 'card'],
      ['B', 'demo', 'card'],
    ]);
    expect(brief([described, card('X', 'json-ld')], [card('A')], 'demo')).toEqual([
      ['Line Cook', 'json-ld', 'detail'],
      ['A', 'demo', 'card'],
    ]);
    expect(brief([card('X', 'json-ld')], [own], 'demo')).toEqual([
      [own.title, 'demo', 'detail'],
      ['X', 'json-ld', 'card'],
    ]);
  });

  it('takes one source alone as it is', () => {
    expect(brief([described, card('X', 'json-ld')], [], 'demo')).toEqual([
      ['Line Cook', 'json-ld', 'detail'],
      ['X', 'json-ld', 'card'],
    ]);
    expect(brief([], [own], 'demo')).toEqual([[own.title, 'demo', 'detail']]);
    expect(merge([], [], 'demo')).toEqual([]);
  });
});
