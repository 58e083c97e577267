import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNormaliser } from './normalise/index.ts';
import { createSpanWriter } from './spans.ts';

const data = readFileSync(new URL('../../models/lure-detector/normaliser.json', import.meta.url), 'utf8');
const normalise = createNormaliser(JSON.parse(data));

/** The quotes for parts of the normalised text, each found by its words. */
function quotes(source: string, ...parts: string[]): string[] {
  const normalised = normalise(source);
  const ranges = parts.map((part) => {
    const start = normalised.text.indexOf(part);
    expect(start, part).toBeGreaterThanOrEqual(0);
    return { start, end: start + part.length };
  });
  return createSpanWriter(source, normalised)(ranges).map((span) => span.text);
}

describe('quotes', () => {
  it.each([
    ['whole words', 'free accommodation given', ['ccommoda'], ['accommodation']],
    ['whole numbers', 'pay 15,000.50 USD', ['000'], ['15,000.50']],
    ['whole words of a script with marks', 'नौकरी मिलेगी', ['मिल'], ['मिलेगी']],
    ['Thai, Chinese and Burmese as marked', 'ฟรีวีซ่าที่พัก', ['วีซ่า'], ['วีซ่า']],
    ['Chinese in an English sentence', 'pay高薪now', ['高薪'], ['高薪']],
    ['an apostrophe', "you don't pay", ['don'], ["don't"]],
    ['no white space or commas at the ends', 'pay , free visa , now', [', free visa ,'], ['free visa']],
    ['a bracket is kept', 'pay (free) now', ['(free)'], ['(free)']],
    ['in order, joined where they meet', 'one two three', ['three', 'two', 'one two'], ['one two', 'three']],
    ['only signs', 'now !!! go', ['!!!'], ['!!!']],
    ['nothing for an empty range', 'now', [''], []],
    ['a decomposed letter whole', 'cafe\u0301', ['caf'], ['cafe\u0301']],
    ['an emoji whole', 'work 👩🏽‍💻 now', ['👩'], ['👩🏽‍💻']],
    ['no end of a bidi mark', 'on \u202aTelegram\u202c now', ['Telegram'], ['Telegram']],
  ])('%s', (_, source, parts, expected) => {
    expect(quotes(source, ...parts)).toEqual(expected);
  });

  it('lie inside the source, apart from each other, on whole graphemes', () => {
    const unit = fc.constantFrom(...'a9., \u0301\u200b\u200dｶﾞ高กำक्'.split(''), '👩🏽‍💻', '🇹🇭', '\ud800', 'visa');
    const parts = fc.array(fc.tuple(fc.nat(60), fc.nat(12)), { maxLength: 4 });
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), parts, (source, pairs) => {
        const normalised = normalise(source);
        const length = normalised.text.length;
        const ranges = pairs.map(([at, size]) => ({ start: Math.min(at, length), end: Math.min(at + size, length) }));
        const breaks = new Set([...new Intl.Segmenter().segment(source)].map((segment) => segment.index)).add(
          source.length,
        );
        let before = -1;
        for (const span of createSpanWriter(source, normalised)(ranges)) {
          expect(span.start).toBeGreaterThan(before);
          expect(span.end).toBeGreaterThan(span.start);
          expect(breaks).toContain(span.start);
          expect(breaks).toContain(span.end);
          expect(source.slice(span.start, span.end)).toBe(span.text);
          before = span.end;
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
