import { isUtf8 } from 'node:buffer';
import { unusable } from '../errors.ts';

const UTF8_BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** How much of a stream is looked at to tell text from something else. */
const SAMPLE = 64 * 1024;

export const withoutBom = (bytes: Buffer): Buffer =>
  bytes.subarray(0, 3).equals(UTF8_BOM) ? bytes.subarray(UTF8_BOM.length) : bytes;

/** Zip (also .docx and .xlsx), gzip, PDF, PNG, JPEG, GIF. */
const SIGNATURES = ['504b0304', '1f8b', '255044462d', '89504e47', 'ffd8ff', '474946383'];

export function isKnownBinary(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  return SIGNATURES.some((signature) => start.startsWith(signature));
}

export const isUtf16 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/** Says why these bytes are not a UTF-8 text, and what to do. */
export function notText(name: string, bytes: Uint8Array): Error {
  if (isUtf16(bytes)) return unusable(`${name} is UTF-16: save it as UTF-8`);
  if (isKnownBinary(bytes) || bytes.includes(0)) return unusable(`${name} is not a text file`);
  return unusable(`${name} is not a text file in UTF-8: save it as UTF-8 (in a spreadsheet, "CSV UTF-8")`);
}

/** The whole text of a UTF-8 file, without its BOM. @throws CliError where it is not one. */
export function decode(name: string, bytes: Buffer): string {
  if (!isUtf8(bytes) || bytes.includes(0)) throw notText(name, bytes);
  return withoutBom(bytes).toString('utf8');
}

/** The text of a UTF-8 stream, without its BOM, in pieces. @throws CliError where it is not one. */
export async function* decodeStream(name: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let first = true;
  for await (const chunk of chunks) {
    if ((first && (isUtf16(chunk) || isKnownBinary(chunk))) || chunk.includes(0)) throw notText(name, chunk);
    first = false;
    yield decodeOr(() => decoder.decode(chunk, { stream: true }), name, chunk);
  }
  yield decodeOr(() => decoder.decode(), name, Buffer.alloc(0));
}

function decodeOr(run: () => string, name: string, chunk: Uint8Array): string {
  try {
    return run();
  } catch {
    throw notText(name, chunk);
  }
}

/**
 * Passes a JSONL stream on, after a look at its start. One bad line is a rejected row, so a file is only refused where
 * its start is not clean text and holds not one line that begins like a JSON object.
 * @throws CliError where this is no text file.
 */
export async function* refuseBinary(name: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let seen = false;
  for await (const chunk of chunks) {
    if (!seen && !looksLikeJsonl(chunk.subarray(0, SAMPLE))) throw notText(name, chunk);
    seen = true;
    yield chunk;
  }
}

function looksLikeJsonl(sample: Uint8Array): boolean {
  if (isUtf16(sample) || isKnownBinary(sample)) return false;
  // The sample may end inside a character: up to three bytes of it are left out.
  const clean = !sample.includes(0) && [0, 1, 2, 3].some((cut) => isUtf8(sample.subarray(0, sample.length - cut)));
  return clean || /^(?:\ufeff)?\s*\{\s*"/m.test(Buffer.from(sample).toString('utf8'));
}
