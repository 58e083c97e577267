const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Longest line kept, in bytes; the rest of a longer one is passed over without being held in memory. */
export const MAX_LINE = 64 * 1024 * 1024;

export interface Line {
  /** From 1, counting every line of the file. */
  readonly number: number;
  /** Without its line end; empty where the line was longer than `MAX_LINE`. */
  readonly bytes: Buffer;
  readonly tooLong: boolean;
}

/**
 * The lines of a stream of bytes, one at a time, ended by LF or CRLF.
 * Not `readline`: it also breaks at U+2028 and U+2029, which may stand inside a JSON string.
 */
export async function* lines(chunks: AsyncIterable<Uint8Array>, maxLine = MAX_LINE): AsyncGenerator<Line> {
  let number = 0;
  let parts: Uint8Array[] = [];
  let size = 0;

  const take = (part: Uint8Array) => {
    size += part.length;
    if (size <= maxLine) parts.push(part);
    else parts = [];
  };
  const finish = (): Line => {
    number += 1;
    const whole = size > maxLine ? Buffer.alloc(0) : Buffer.concat(parts, size);
    const bytes = whole.at(-1) === CARRIAGE_RETURN ? whole.subarray(0, -1) : whole;
    const line = { number, bytes, tooLong: size > maxLine };
    parts = [];
    size = 0;
    return line;
  };

  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      take(chunk.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    if (start < chunk.length) take(chunk.subarray(start));
  }
  if (size > 0) yield finish();
}
