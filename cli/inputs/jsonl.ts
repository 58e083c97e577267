import { isUtf8 } from 'node:buffer';
import { messageOf } from '../errors.ts';
import { type InputRow, reject, rowOf } from '../rows.ts';
import { refuseBinary, withoutBom } from './bytes.ts';
import { type Line, lines } from './lines.ts';

/**
 * The rows of a JSONL stream: one for every line, so that input and output can be laid side by side.
 * A blank line between rows is a rejected row; blank lines at the end of the file are no rows.
 */
export async function* readJsonl(file: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<InputRow> {
  let blank = 0;
  for await (const raw of lines(refuseBinary(file, chunks))) {
    const line = raw.number === 1 ? { ...raw, bytes: withoutBom(raw.bytes) } : raw;
    if (isBlank(line)) {
      blank += 1;
      continue;
    }
    for (; blank > 0; blank -= 1) {
      yield reject({ file, line: line.number - blank }, 'blank-line', 'the line is blank');
    }
    yield parseLine(file, line);
  }
}

const isBlank = (line: Line): boolean =>
  !line.tooLong && line.bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);

function parseLine(file: string, line: Line): InputRow {
  const place = { file, line: line.number };
  if (line.tooLong) return reject(place, 'too-long', 'the line is longer than 64 MB');
  if (!isUtf8(line.bytes)) return reject(place, 'bad-utf8', 'the line is not UTF-8');
  let value: unknown;
  try {
    value = JSON.parse(line.bytes.toString('utf8'));
  } catch (error) {
    return reject(place, 'bad-json', positionOnly(messageOf(error)));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return reject(place, 'not-an-object', 'a row must be a JSON object with "text"');
  }
  return rowOf(place, value);
}

/** Where the JSON breaks, without the piece of it that the parser quotes: an error message must not repeat an advert. */
function positionOnly(message: string): string {
  const position = /position \d+/.exec(message)?.[0];
  return position ? `the line is not valid JSON at ${position}` : 'the line is not valid JSON';
}
