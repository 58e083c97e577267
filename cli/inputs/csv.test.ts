import { Readable } from 'node:stream';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { collect, inPieces } from '../testing/collect.ts';
import { readCsv } from './csv.ts';
import { records } from './csv-records.ts';

const read = (content: string | Buffer, size = 11) => collect(readCsv('a.csv', inPieces(content, size)));
const summary = async (content: string | Buffer) =>
  (await read(content)).map((row) => [row.line, row.kind === 'rejected' ? row.error.code : row.text]);

describe('readCsv', () => {
  test('columns by name, whatever the case and the order; BOM and CRLF', async () => {
    expect(await read('\ufeffID,Extra, TEXT ,Title\r\n7,x,"a job, with a comma",Cook\r\n')).toEqual([
      { kind: 'advert', file: 'a.csv', line: 2, id: '7', title: 'Cook', text: 'a job, with a comma', found: 'pasted' },
    ]);
  });

  test('quoted line breaks and quotes', async () => {
    expect(await summary('text\n"first\nsecond ""line"""\nnext\n')).toEqual([
      [2, 'first\nsecond "line"'],
      [3, 'next'],
    ]);
  });

  test.each([';', '\t', '|'])('separated by %j, with commas in the texts', async (separator) => {
    const csv = ['title', 'text'].join(separator).concat(`\nCook${separator}rice, fish, soup\n`);
    expect(await summary(csv)).toEqual([[2, 'rice, fish, soup']]);
  });

  test('one column', async () => {
    expect(await summary('text\nsome words; more | words\n')).toEqual([[2, 'some words; more | words']]);
  });

  test('a row without text, a blank row, a row with unquoted commas', async () => {
    expect(await summary('id,text\n1,\n\n2,a job, and more\n3,good\n\n')).toEqual([
      [2, 'no-text'],
      [3, 'blank-line'],
      [4, 'bad-csv'],
      [5, 'good'],
    ]);
  });

  test('the last row may lack its optional cells', async () => {
    expect(await read('text,title\na job')).toMatchObject([{ text: 'a job', title: null }]);
  });

  test('no text column: the error names the columns', async () => {
    await expect(read('id,body\n1,a\n')).rejects.toMatchObject({
      exitCode: 2,
      message: 'a.csv has no column "text"; its first row names "id", "body"',
    });
  });

  test('an old encoding is refused with what to do', async () => {
    await expect(read(Buffer.from('text\ncaf\xe9\n', 'latin1'))).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('save it as UTF-8'),
    });
  });

  test('a long file comes out whole and in order', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => [index, `text ${index},\n"quoted"`]);
    const found = await read(Papa.unparse({ fields: ['id', 'text'], data: rows }), 1000);
    expect(found.map((row) => row.id)).toEqual(rows.map(([id]) => String(id)));
  });

  test('any cells survive the way through a file', async () => {
    const cell = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => text.trim() !== '' && !/^[\r\n\ufeff]/.test(text));
    await fc.assert(
      fc.asyncProperty(
        fc.array(cell, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 40 }),
        async (texts, size) => {
          const csv = Papa.unparse(
            { fields: ['id', 'text'], data: texts.map((text, index) => [index, text]) },
            { quotes: true },
          );
          const found = await read(csv, size);
          expect(found).toMatchObject(texts.map((text) => ({ kind: 'advert', text })));
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('records', () => {
  test('a quote that never closes ends the reading', async () => {
    const text = Readable.from(Array.from({ length: 50 }, () => '"open, '.repeat(20)));
    await expect(collect(records('a.csv', text, ',', 1000))).rejects.toMatchObject({ exitCode: 2 });
  });

  test('an error of the stream is thrown after the records before it', async () => {
    async function* broken() {
      yield 'a,b\nc,d\n';
      throw new Error('disk gone');
    }
    const found: string[] = [];
    await expect(
      (async () => {
        for await (const { cells } of records('a.csv', Readable.from(broken()), ',')) found.push(cells.join('+'));
      })(),
    ).rejects.toThrow('disk gone');
    expect(found).toContain('a+b');
  });
});
