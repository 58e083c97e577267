import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNormaliser, type NormaliserData } from './index.ts';

const data: NormaliserData = JSON.parse(
  readFileSync(new URL('../../../models/lure-detector/normaliser.json', import.meta.url), 'utf8'),
);
const normalise = createNormaliser(data);

/** The words of the source behind the first place of `word` in the normalised text. */
function original(source: string, word: string): string {
  const { text, toSource } = normalise(source);
  const at = text.indexOf(word);
  expect(at, `${word} in ${text}`).toBeGreaterThanOrEqual(0);
  const { start, end } = toSource(at, at + word.length);
  return source.slice(start, end);
}

describe('the text after all steps', () => {
  it.each([
    ['plain words stay', 'Typist wanted, Bangkok.', 'Typist wanted, Bangkok.'],
    ['a lone surrogate', 'pay \ud800 day', 'pay \ufffd day'],
    ['bidi, zero-width and control characters', '\u202eTele\u200bgram\u202c\u0007 now', 'Telegram now'],
    ['a joiner between Latin letters goes', 'free\u200dvisa', 'freevisa'],
    ['a joiner between Persian letters stays', 'می\u200cخواهم', 'می\u200cخواهم'],
    ['a joiner beside a removed control sees the letter behind it', 'می\u200c\u200bخواهم', 'می\u200cخواهم'],
    ['full-width letters and ligatures', 'Ｐａｙ ﬁxed ①', 'Pay fixed 1'],
    ['half-width katakana with its voicing mark', 'ｶﾞｲﾄﾞ', 'ガイド'],
    ['Cyrillic letters in a Latin word', 'Тelеgram', 'Telegram'],
    ['Latin letters in a Cyrillic word', 'Paбота', 'Работа'],
    ['a Russian word stays', 'Работа', 'Работа'],
    ['dotted letters', 'on T.e.l.e.g.r.a.m now', 'on Telegram now'],
    ['letters with spaces', 'T E L E G R A M', 'TELEGRAM'],
    ['three letters are too few', 'plan A B C or', 'plan A B C or'],
    ['the last word is not a single letter', 'a b c d efg', 'abcd efg'],
    ['two spaces end the run', 'a b  c d', 'a b c d'],
    ['Chinese letters with dots', '高·薪·招·聘', '高薪招聘'],
    ['an e-mail address', 'mail hr.team@jobs.example today', 'mail xx.xxxx@xxxx.xxxxxxx today'],
    ['a handle', 'Telegram @demo_hr99', 'Telegram @xxxx_xx00'],
    ['a phone number', 'call +1 555 010 0199', 'call +0 000 000 0000'],
    ['pay stays', 'pay 15,000-20,000 a month', 'pay 15,000-20,000 a month'],
    ['white space', '  a \n\t b\u00a0\u2581c ', 'a b c'],
    ['nothing', '', ''],
    ['only white space', ' \n ', ''],
  ])('%s', (_, source, expected) => {
    expect(normalise(source).text).toBe(expected);
  });
});

describe('the way back to the source', () => {
  it.each([
    ['zero-width characters', 'Add us on Tele\u200bgram', 'Telegram', 'Tele\u200bgram'],
    ['homoglyphs', 'Add us on Тelеgrаm.', 'Telegram', 'Тelеgrаm'],
    ['spaced-out letters', 'on t-e-l-e-g-r-a-m now', 'telegram', 't-e-l-e-g-r-a-m'],
    ['full-width after an emoji', '😀 Ｐａｙ today', 'Pay', 'Ｐａｙ'],
    ['a ligature', 'no oﬃce', 'ffi', 'ﬃ'],
    ['a decomposed accent', 'cafe\u0301 job', 'café', 'cafe\u0301'],
    ['white space', 'free \n\n visa', 'free visa', 'free \n\n visa'],
    ['a masked number', 'call +1 555 010 0199 now', '+0 000 000 0000', '+1 555 010 0199'],
  ])('%s', (_, source, word, expected) => {
    expect(original(source, word)).toBe(expected);
  });

  const hostile = fc.string({
    unit: fc.constantFrom(
      ...'aZ9 .-@_+()/\n\u00a0\u200b\u200d\u202e\u0301\ufeff\u1100\u1161\u11a8ｶﾞ①ﬃаеОρ高ไทยكी'.split(''),
      '😀',
      '\ud800',
      '\udc00',
      '\u1031\u1000',
      '\u1064',
    ),
    maxLength: 80,
  });

  it('never goes backwards, stays inside, and covers the whole', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (source) => {
        const { text, toSource } = normalise(source);
        let before = { start: 0, end: 0 };
        for (let i = 0; i < text.length; i++) {
          const here = toSource(i, i + 1);
          expect(here.start).toBeGreaterThanOrEqual(before.start);
          expect(here.end).toBeGreaterThanOrEqual(before.end);
          expect(here.start).toBeLessThan(here.end);
          expect(here.end).toBeLessThanOrEqual(source.length);
          before = here;
        }
        if (text.length > 0) expect(toSource(0, text.length)).toEqual({ start: toSource(0, 1).start, end: before.end });
      }),
      { numRuns: 2_000 },
    );
  });

  it('maps the whole text to the whole source where nothing hangs over', () => {
    fc.assert(
      fc.property(hostile, (middle) => {
        const source = `start ${middle} end`;
        const { text, toSource } = normalise(source);
        expect(toSource(0, text.length)).toEqual({ start: 0, end: source.length });
      }),
    );
  });

  it('leaves neither lone surrogates, invisible characters nor double spaces, and is stable under NFKC', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (source) => {
        const { text } = normalise(source);
        expect(text).not.toMatch(/\p{Surrogate}|[\u200b\u202e\ufeff]|\s\s|^\s|\s$/u);
        expect(text.normalize('NFKC')).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('one line of 200,000 characters', () => {
  const N = 200_000;
  it.each([
    ['one letter', 'a'],
    ['dots', '.'],
    ['digits', '0'],
    ['spaced letters', 'a '],
    ['almost an e-mail', 'a.a@'],
    ['almost a link', 'a.co'],
    ['underscores', 'a_'],
    ['phone-like', '(1) '],
    ['combining marks', '\u0301\u0327'],
    ['Zawgyi', '\u1031\u103b\u1000\u1064'],
    ['Zawgyi marks alone', '\u1039'],
    ['mixed scripts', 'aа'],
    ['full width', 'Ａ'],
    ['lone surrogates', '\ud800'],
    ['white space', '\u00a0'],
    ['hyphens in a domain', 'a-'],
  ])('%s', { timeout: 300_000 }, (_, unit) => {
    const started = process.cpuUsage();
    normalise(unit.repeat(N / unit.length));
    // Time of the processor, not of the clock: other work on the machine must not fail a test.
    expect(process.cpuUsage(started).user / 1_000_000).toBeLessThan(10);
  });
});
