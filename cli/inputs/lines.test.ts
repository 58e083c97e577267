import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collect } from '../testing/collect.ts';
import { type Line, lines } from './lines.ts';

async function* pieces(text: Buffer, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let start = 0;
  for (let turn = 0; start < text.length; turn += 1) {
    const end = start + (sizes[turn % sizes.length] ?? 1);
    yield text.subarray(start, end);
    start = end;
  }
}

const read = (text: string, sizes = [7], maxLine?: number): Promise<Line[]> =>
  collect(lines(pieces(Buffer.from(text), sizes), maxLine));

const texts = (found: readonly Line[]) => found.map(({ bytes }) => bytes.toString());

describe('lines', () => {
  test('LF and CRLF, with and without one at the end', async () => {
    expect(texts(await read('a\nb\r\n\nc'))).toEqual(['a', 'b', '', 'c']);
    expect(texts(await read('a\n'))).toEqual(['a']);
    expect(await read('')).toEqual([]);
  });

  test('U+2028 and U+0085 do not end a line', async () => {
    expect(texts(await read('a\u2028b\u0085c\n'))).toEqual(['a\u2028b\u0085c']);
  });

  test('the same lines however the stream is cut', async () => {
    const part = fc.constantFrom('a', 'é', '😀', '\r', '\n', '\u2028', ' ');
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: part }), sizes, async (text, cut) => {
        const whole = text.split('\n').map((line) => line.replace(/\r$/, ''));
        if (text === '' || text.endsWith('\n')) whole.pop();
        expect(texts(await read(text, cut))).toEqual(whole);
      }),
    );
  });

  test('a line that is too long is passed over, and the next is read', async () => {
    const found = await read('short\nmuch too long for this\nnext\n', [4], 10);
    expect(found.map(({ number, tooLong }) => [number, tooLong])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ]);
    expect(texts(found)).toEqual(['short', '', 'next']);
  });
});
