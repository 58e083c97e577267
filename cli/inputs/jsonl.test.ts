import { describe, expect, test } from 'vitest';
import { collect, inPieces } from '../testing/collect.ts';
import { readJsonl } from './jsonl.ts';

const read = (content: string | Buffer, size?: number) => collect(readJsonl('a.jsonl', inPieces(content, size)));
const summary = async (content: string | Buffer) =>
  (await read(content)).map((row) => [row.line, row.kind === 'rejected' ? row.error.code : row.text]);

describe('readJsonl', () => {
  test('one row for every line, in order', async () => {
    expect(await summary('{"text":"one"}\n{"text":"two"}\n{"text":"three"}')).toEqual([
      [1, 'one'],
      [2, 'two'],
      [3, 'three'],
    ]);
  });

  test('BOM, CRLF, and a line separator inside a text', async () => {
    expect(await summary('\ufeff{"text":"one"}\r\n{"text":"t\u2028wo"}\r\n')).toEqual([
      [1, 'one'],
      [2, 't\u2028wo'],
    ]);
  });

  test('a blank line between rows keeps its place, at the end there is none', async () => {
    expect(await summary('{"text":"one"}\n\n  \n{"text":"two"}\n\n\r\n')).toEqual([
      [1, 'one'],
      [2, 'blank-line'],
      [3, 'blank-line'],
      [4, 'two'],
    ]);
  });

  test('broken rows', async () => {
    const rows = ['{"text":"cut', '[1]', '"text"', 'null', '12', '{"txt":"a"}', '{"text":"good"}', 'plain words'];
    expect((await summary(rows.join('\n'))).map(([, code]) => code)).toEqual([
      'bad-json',
      'not-an-object',
      'not-an-object',
      'not-an-object',
      'not-an-object',
      'no-text',
      'good',
      'bad-json',
    ]);
  });

  test('a row in another encoding is rejected alone', async () => {
    const latin1 = Buffer.from('{"text":"caf\xe9"}\n', 'latin1');
    expect(
      await summary(Buffer.concat([Buffer.from('{"text":"one"}\n'), latin1, Buffer.from('{"text":"two"}')])),
    ).toEqual([
      [1, 'one'],
      [2, 'bad-utf8'],
      [3, 'two'],
    ]);
  });

  test('lone surrogates come through escaped', async () => {
    expect(await summary('{"text":"a\\ud83db"}')).toEqual([[1, 'a\ud83db']]);
  });

  test('the message of a broken row does not repeat its words', async () => {
    const [row] = await read('{"text": SECRET words}');
    expect(row).toMatchObject({ error: { code: 'bad-json', message: expect.not.stringContaining('SECRET') } });
  });

  test('a line of 5 MB', async () => {
    const [row] = await read(`{"text":"a","note":"${'x'.repeat(5_000_000)}"}\n`, 65_536);
    expect(row).toMatchObject({ kind: 'advert', text: 'a' });
  });

  test.each([
    ['random bytes', Buffer.from([0, 1, 2, 0xff, 0xfe, 0, 10, 7])],
    ['a zip', Buffer.from('PK\x03\x04{"text":"a"}', 'latin1')],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('{"text":"a"}', 'utf16le')])],
  ])('%s is refused', async (_name, bytes) => {
    await expect(collect(readJsonl('a.jsonl', inPieces(bytes, 4096)))).rejects.toMatchObject({ exitCode: 2 });
  });
});
