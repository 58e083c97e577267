import { fileURLToPath } from 'node:url';
import tools from 'myanmar-tools';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEngine } from './node.ts';
import { type Engine, type Verdict, WARNED } from './types.ts';

const LURE =
  'Typist wanted in Thailand. Ticket and visa paid, no experience needed, pay 3,000 USD a month. ' +
  'Write on Telegram @demo_hr today. The company keeps your passport.';
const BURMESE = [
  'ထိုင်းနိုင်ငံတွင် စာရိုက်ဝန်ထမ်း အမြန်အလိုရှိသည်။',
  'လစာ ဘတ် ၄၅၀၀၀၊ အတွေ့အကြုံမလိုပါ။ လေယာဉ်လက်မှတ်နှင့် ဗီဇာ ကုမ္ပဏီမှ ပေးမည်။',
  'နေစရာ စားစရာ အခမဲ့။ တယ်လီဂရမ်မှသာ ဆက်သွယ်ပါ။',
].join('\n');

describe('the shipped model', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await createNodeEngine(fileURLToPath(new URL('../../models/lure-detector', import.meta.url)));
  });
  afterAll(() => engine.close());
  const score = (text: string, title = ''): Promise<Verdict> => engine.score({ title, text, found: 'pasted' });

  it('warns of a lure in its own words, and not of an honest advert', async () => {
    const lure = await score(LURE);
    expect(WARNED).toContain(lure.level);
    for (const { spans } of lure.reasons) {
      expect(spans.length).toBeGreaterThan(0);
      for (const span of spans) expect(LURE.slice(span.start, span.end)).toBe(span.text);
    }
    const honest = await score(
      'We are looking for a nurse at Example Hospital, Nairobi. Registration with the nursing council is required. Apply by 1 December on our website.',
    );
    expect(honest.level).toBe('none');
  });

  it('Zawgyi has the verdict of its Unicode twin, and quotes its own letters', async () => {
    const zawgyi = new tools.ZawgyiConverter().unicodeToZawgyi(BURMESE);
    expect(zawgyi).not.toBe(BURMESE);
    const [ours, twin] = [await score(zawgyi), await score(BURMESE)];
    expect(ours.probability).toBeCloseTo(twin.probability, 6);
    expect({ level: ours.level, language: ours.language }).toEqual({ level: twin.level, language: 'my' });
    expect(ours.reasons.map(({ trait, severity }) => [trait, severity])).toEqual(
      twin.reasons.map(({ trait, severity }) => [trait, severity]),
    );
    expect(twin.reasons.length).toBeGreaterThan(0);
    for (const span of ours.reasons.flatMap((reason) => reason.spans)) {
      expect(zawgyi.slice(span.start, span.end)).toBe(span.text);
    }
  });

  it.each([
    ['zero-width characters', LURE.replace('Telegram', 'Te\u200ble\u200bgr\u200bam'), 'Te\u200ble\u200bgr\u200bam'],
    ['homoglyphs', LURE.replace('Telegram', 'Теlеgrаm'), 'Теlеgrаm'],
    ['spaced-out letters', LURE.replace('Telegram', 'T.e.l.e.g.r.a.m'), 'T.e.l.e.g.r.a.m'],
    ['invisible text direction', `\u202e${LURE}\u202c`, 'Telegram'],
  ])('%s change no number, and the quote holds what the page shows', async (_, text, shown) => {
    const [obfuscated, plain] = [await score(text), await score(LURE)];
    expect(obfuscated.probability).toBeCloseTo(plain.probability, 6);
    expect(obfuscated.level).toBe(plain.level);
    const quotes =
      obfuscated.reasons.find(({ trait }) => trait === 'off_platform')?.spans.map((span) => span.text) ?? [];
    expect(quotes.some((quote) => quote.includes(shown))).toBe(true);
  });

  it.each([
    ['empty', ''],
    ['only emoji', '💰✈️👩🏽‍💻'.repeat(20)],
    ['control characters', '\u0000\u0007\u001b'.repeat(100)],
    ['lone surrogates', '\ud800 \udc00 '.repeat(100)],
  ])('%s cannot be judged', async (_, text) => {
    expect((await score(text)).level).toBe('not-enough');
  });

  it('5 MB are read as far as the limit, and say so', async () => {
    const verdict = await score(`${LURE}\n`.repeat(30_000), '<img src=x onerror=alert(1)>');
    expect(WARNED).toContain(verdict.level);
    expect(verdict.truncated).toBe(true);
  });
});
