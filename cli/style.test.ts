import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paintFor, plain, printable, shorten } from './style.ts';

describe('printable', () => {
  test('an advert cannot steer the terminal', () => {
    expect(printable('a\u001b[2Jb\u0007 \u202egnp.exe\r\nnext')).toBe('a [2Jb gnp.exe next');
  });

  test('no control, override or half character comes through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(`${text}\ud83d`)).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e]/u);
      }),
    );
  });

  test('right-to-left words are isolated', () => {
    expect(printable('وظيفة')).toBe('\u2068وظيفة\u2069');
  });
});

describe('paintFor', () => {
  test('colour on a terminal alone', () => {
    expect(paintFor({ isTTY: true }, {})('red', 'x')).not.toBe('x');
    expect(paintFor({}, {})).toBe(plain);
    expect(paintFor({ isTTY: true }, { NO_COLOR: '1' })).toBe(plain);
  });
});

test('shorten cuts between characters', () => {
  expect(shorten('😀😀😀', 2)).toBe('😀…');
  expect(shorten('abc', 3)).toBe('abc');
});
