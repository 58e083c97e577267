import { Readable } from 'node:stream';
import Papa from 'papaparse';
import { unusable } from '../errors.ts';
import { type InputRow, type Place, reject, rowOf } from '../rows.ts';
import { decodeStream } from './bytes.ts';
import { type CsvRecord, records } from './csv-records.ts';

/** Longest first line that is searched for the columns, in UTF-16 code units. */
const MAX_HEADER = 1024 * 1024;

interface Header {
  readonly width: number;
  readonly text: number;
  /** -1 where the file has no such column. */
  readonly title: number;
  readonly id: number;
}

/**
 * The rows of a CSV stream; `line` is the number that a spreadsheet shows, so the header is line 1.
 * Columns are found by name, whatever the case: `text`, optional `title` and `id`. Separated by comma, semicolon, tab or bar.
 * A blank row between rows is a rejected row; blank rows at the end of the file are no rows.
 * @throws CliError where there is no text column or a quote never closes.
 */
export async function* readCsv(file: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<InputRow> {
  const { head, rest } = await split(decodeStream(file, chunks));
  const { delimiter, names } = columnsOf(file, head);
  const column = (name: string) => names.findIndex((found) => found.trim().toLowerCase() === name);
  const header = { width: names.length, text: column('text'), title: column('title'), id: column('id') };

  let line = 0;
  let blank = 0;
  for await (const record of records(file, Readable.from(rest), delimiter)) {
    line += 1;
    if (line === 1) continue;
    if (record.cells.every((cell) => cell.trim() === '')) {
      blank += 1;
      continue;
    }
    for (; blank > 0; blank -= 1) yield reject({ file, line: line - blank }, 'blank-line', 'the row is blank');
    yield toRow({ file, line }, record, header);
  }
}

function toRow(place: Place, { cells, fault }: CsvRecord, header: Header): InputRow {
  if (fault) return reject(place, 'bad-csv', fault);
  const cell = (column: number) => (column === -1 ? undefined : cells[column]);
  const id = cell(header.id) || null;
  if (cells.length > header.width && cells.slice(header.width).some((extra) => extra.trim() !== '')) {
    // Scoring what stands before the first unquoted comma would judge half an advert.
    const message = `the row has ${cells.length} cells under ${header.width} columns: texts with a separator need quotes`;
    return reject(place, 'bad-csv', message, id);
  }
  return rowOf(place, { id, title: cell(header.title), text: cell(header.text) });
}

/** The first line, and the whole text again in pieces. */
async function split(pieces: AsyncGenerator<string>): Promise<{ head: string; rest: AsyncGenerator<string> }> {
  let head = '';
  while (!/[\r\n]/.test(head.trimStart()) && head.length < MAX_HEADER) {
    const { done, value } = await pieces.next();
    if (done) break;
    head += value;
  }
  async function* rest() {
    if (head !== '') yield head;
    yield* pieces;
  }
  return { head, rest: rest() };
}

/** Names the columns. The separator is the one that yields a text column: guessing by counts fails where texts hold commas. */
function columnsOf(file: string, head: string): { delimiter: string; names: string[] } {
  const line = (/^[^\r\n]+/m.exec(head)?.[0] ?? '').trim();
  const candidates = [',', ';', '\t', '|'].map((delimiter) => ({
    delimiter,
    names: Papa.parse<string[]>(line, { delimiter }).data[0] ?? [],
  }));
  const found = candidates.find(({ names }) => names.some((name) => name.trim().toLowerCase() === 'text'));
  if (found) return found;
  const widest = candidates.reduce((best, next) => (next.names.length > best.names.length ? next : best));
  const names = widest.names.slice(0, 20).map((name) => `"${name.slice(0, 40)}"`);
  throw unusable(`${file} has no column "text"; its first row names ${names.join(', ') || 'no column'}`);
}
