import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { codeOf, messageOf, unusable } from '../errors.ts';
import { type InputRow, rowOf } from '../rows.ts';
import { decode } from './bytes.ts';
import { readCsv } from './csv.ts';
import { readJsonl } from './jsonl.ts';

const TYPES: Readonly<Record<string, InputType>> = {
  '.txt': 'txt',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.csv': 'csv',
  '.html': 'html',
  '.htm': 'html',
};
export type InputType = 'txt' | 'jsonl' | 'csv' | 'html';

export const STDIN = '-';

export interface Input {
  readonly file: string;
  readonly type: InputType;
}

/** Largest file that is read whole (a text, a saved page), in bytes. */
const MAX_WHOLE = 64 * 1024 * 1024;

/**
 * Finds out what each file is and that it can be read, before any of them is scored.
 * @throws CliError for the first that cannot be.
 */
export async function inspect(files: readonly string[]): Promise<Input[]> {
  const inputs: Input[] = [];
  for (const file of files) {
    if (file === STDIN) {
      inputs.push({ file, type: 'jsonl' });
      continue;
    }
    const type = TYPES[extname(file).toLowerCase()];
    if (!type) throw unusable(`${file}: expected .txt, .jsonl, .csv or .html, or - for JSONL on standard input`);
    await assertReadable(file, type === 'txt' || type === 'html');
    inputs.push({ file, type });
  }
  if (files.filter((file) => file === STDIN).length > 1) throw unusable('standard input (-) can be named once only');
  return inputs;
}

/** @throws CliError where the file is missing, no file, empty, or (read whole) too large. */
export async function assertReadable(file: string, whole: boolean): Promise<void> {
  const info = await reading(file, stat(file));
  if (info.isDirectory()) throw unusable(`${file} is a folder`);
  if (info.isFile() && info.size === 0) throw unusable(`${file} is empty`);
  if (whole && info.size > MAX_WHOLE) throw unusable(`${file} is larger than 64 MB`);
}

/** The whole file. @throws CliError where it cannot be read. */
export const readWhole = (file: string): Promise<Buffer> => reading(file, readFile(file));

/** The rows of an input, one by one, in order. @throws CliError where the file turns out not to be what it claims. */
export async function* readRows(
  input: Input,
  stdin: AsyncIterable<Uint8Array>,
  url: URL | null,
): AsyncGenerator<InputRow> {
  const { file, type } = input;
  if (type === 'txt') {
    yield rowOf({ file, line: 1 }, { text: decode(file, await readWhole(file)) });
  } else if (type === 'html') {
    if (!url) throw unusable(`${file}: a saved page needs --url with the address that it was saved from`);
    // jsdom takes half a second to load, which no other input should wait for.
    const { readHtml } = await import('./html.ts');
    yield* readHtml(file, await readWhole(file), url);
  } else {
    const chunks = file === STDIN ? stdin : readChunks(file);
    yield* type === 'csv' ? readCsv(file, chunks) : readJsonl(file, chunks);
  }
}

async function* readChunks(file: string): AsyncGenerator<Uint8Array> {
  // Large pieces: the CSV parser begins a record again with every piece.
  const stream = createReadStream(file, { highWaterMark: 1024 * 1024 });
  try {
    yield* stream as AsyncIterable<Buffer>;
  } catch (error) {
    throw unreadable(file, error);
  }
}

async function reading<T>(file: string, result: Promise<T>): Promise<T> {
  try {
    return await result;
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file: string, error: unknown): Error {
  const code = codeOf(error);
  if (code === 'ENOENT') return unusable(`${file} does not exist`);
  if (code === 'EACCES' || code === 'EPERM') return unusable(`${file} cannot be read: permission denied`);
  return unusable(`${file} cannot be read: ${messageOf(error)}`);
}
