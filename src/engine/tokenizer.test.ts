import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenizerJson } from './fixture.ts';
import { createNormaliser } from './normalise/index.ts';
import { createTokenizer, placePieces, type TextTokenizer } from './tokenizer.ts';
import { EngineError } from './types.ts';

const little = createTokenizer({ json: tokenizerJson, config: {} });
const wordsOf = (tokenizer: TextTokenizer, text: string) =>
  tokenizer.encode(text).ranges.map(({ start, end }) => text.slice(start, end));

describe('places of pieces', () => {
  it.each([
    ['words', 'Typist wanted', ['Typist', 'wanted']],
    ['unknown words between known ones', 'Typist qqq wanted', ['Typist', '', 'qqq', 'wanted']],
    ['an unknown script without spaces', '招聘高薪文员', ['', '招聘', '高薪', '文员']],
    ['an emoji', '💰visa', ['', '💰', 'visa']],
    ['a literal end mark', 'visa</s>visa', ['visa', '</s>', 'visa']],
    ['nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(wordsOf(little, text)).toEqual(expected);
  });

  it('an unknown piece ends where the next known one begins', () => {
    const text = 'work ☂☂ visa';
    expect(placePieces(text, ['▁work', '<unk>', '▁visa']).map((r) => text.slice(r.start, r.end))).toEqual([
      'work',
      '☂☂',
      'visa',
    ]);
    expect(placePieces('ab ☂', ['▁ab', '<unk>'])).toEqual([
      { start: 0, end: 2 },
      { start: 3, end: 4 },
    ]);
  });

  it('pieces that are nowhere in the text do not lose those that are', () => {
    expect(placePieces('work visa', ['▁work', '▁other', '▁visa'])[2]).toEqual({ start: 5, end: 9 });
  });
});

function expectPlaced(tokenizer: TextTokenizer, text: string): void {
  const { ids, ranges } = tokenizer.encode(text);
  expect(ranges).toHaveLength(ids.length);
  let at = 0;
  let covered = '';
  for (const { start, end } of ranges) {
    expect(start).toBeGreaterThanOrEqual(at);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(text.length);
    covered += text.slice(start, end);
    at = end;
  }
  expect(covered.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
}

it('a file that is no tokenizer is a damaged model', () => {
  expect(() => createTokenizer({ json: {}, config: {} })).toThrow(EngineError);
});

const folder = new URL('../../models/lure-detector/', import.meta.url);
describe.runIf(existsSync(new URL('tokenizer.json', folder)))('the tokenizer of the model folder', () => {
  const json = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  const tokenizer = createTokenizer({ json: json('tokenizer.json'), config: json('tokenizer_config.json') });
  const normalise = createNormaliser(json('normaliser.json'));

  it('places cover the text in order', () => {
    const unit = fc.constantFrom(
      ...'visa free work 高薪 ฟรี вакансия အလုပ် काम የሥራ ☂ ﷽ 🛂 ⚝ ㍿ </s> <unk>'.split(' '),
      ' ',
      'é',
    );
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit }), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })),
        (source) => expectPlaced(tokenizer, normalise(source).text),
      ),
      { numRuns: 1_000 },
    );
  });

  it('60,000 characters in one word take seconds at most', () => {
    const started = process.cpuUsage();
    tokenizer.encode('x'.repeat(60_000));
    // Time of the processor, not of the clock: other work on the machine must not fail a test.
    expect(process.cpuUsage(started).user / 1_000_000).toBeLessThan(10);
  });
});
