import { describe, expect, test } from 'vitest';
import { MAX_TEXT, rowOf } from './rows.ts';

const place = { file: 'a.jsonl', line: 3 };
const codeOf = (fields: object) => {
  const row = rowOf(place, fields);
  return row.kind === 'rejected' ? row.error.code : 'advert';
};

describe('rowOf', () => {
  test('an advert with its title and id', () => {
    expect(rowOf(place, { id: 'x7', title: 'Cook', text: 'Hotel kitchen' })).toEqual({
      kind: 'advert',
      file: 'a.jsonl',
      line: 3,
      id: 'x7',
      title: 'Cook',
      text: 'Hotel kitchen',
      found: 'pasted',
    });
  });

  test.each([
    [{ id: 12 }, '12'],
    [{ id: 0 }, '0'],
    [{ id: 1.5 }, '1.5'],
    [{ id: null }, null],
    [{ id: '' }, null],
    [{}, null],
  ])('id of %j', (fields, id) => {
    expect(rowOf(place, { ...fields, text: 'a job' })).toMatchObject({ kind: 'advert', id });
  });

  test.each([
    ['no-text', {}],
    ['no-text', { text: null }],
    ['no-text', { text: ' \n ' }],
    ['text-not-string', { text: 5 }],
    ['text-not-string', { text: ['a'] }],
    ['title-not-string', { text: 'a', title: 5 }],
    ['bad-id', { text: 'a', id: { a: 1 } }],
    ['bad-id', { text: 'a', id: true }],
    // 2^53 + 1 arrives rounded: as an id it would name another row.
    ['bad-id', JSON.parse('{"text": "a", "id": 9007199254740993}')],
    ['bad-id', JSON.parse('{"text": "a", "id": 1e999}')],
    ['too-long', { text: 'a'.repeat(MAX_TEXT + 1) }],
    ['too-long', { text: 'a'.repeat(MAX_TEXT), title: 'b' }],
  ])('%s', (code, fields) => {
    expect(codeOf(fields)).toBe(code);
  });

  test('a rejected row keeps its own id', () => {
    expect(rowOf(place, { id: 7 })).toMatchObject({ kind: 'rejected', id: '7', line: 3 });
  });

  test('no title and an empty title are the same', () => {
    expect(rowOf(place, { text: 'a', title: '' })).toMatchObject({ title: null });
  });
});
