import { describe, expect, it } from 'vitest';
import { createEngine } from './engine.ts';
import { fakeRuntime, folderOf } from './fixture.ts';
import { EngineError, type ScoreInput, type Verdict } from './types.ts';

const engine = await createEngine({ readFile: folderOf(), ort: fakeRuntime() });
const score = (text: string, more: Partial<ScoreInput> = {}): Promise<Verdict> =>
  engine.score({ text, found: 'generic', ...more });
const words = (verdict: Verdict) => verdict.reasons.map((reason) => [reason.trait, ...reason.spans.map((s) => s.text)]);

describe('a verdict', () => {
  it('warns of a combination and quotes its words, gravest first', async () => {
    const verdict = await score('Typist wanted visa free Telegram passport for the guarded office');
    expect(verdict.level).toBe('strong');
    expect(verdict.notEnough).toBeNull();
    expect(words(verdict)).toEqual([
      ['control_isolation', 'guarded'],
      ['document_control', 'passport'],
      ['off_platform', 'Telegram'],
      ['all_expenses', 'visa'],
    ]);
    expect(verdict.questions).toEqual(['control_isolation', 'document_control', 'off_platform', 'all_expenses']);
  });

  it('says none where a known advert shows nothing', async () => {
    expect(await score('Typist wanted in the office for work')).toMatchObject({
      level: 'none',
      notEnough: null,
      reasons: [],
    });
  });

  it('one weak trait is not enough, however high the probability', async () => {
    const verdict = await score('Telegram Telegram Telegram Telegram in the office');
    expect(verdict.probability).toBeGreaterThan(0.8);
    expect(verdict).toMatchObject({ level: 'not-enough', notEnough: 'no-trait' });
  });

  it('the words of a later window are found too', async () => {
    const verdict = await score(`${'work '.repeat(30)}Telegram visa passport`);
    expect(words(verdict).map(([trait]) => trait)).toEqual(['document_control', 'off_platform', 'all_expenses']);
  });

  it('a place of tier A is a hotspot without the model', async () => {
    const source = 'Typist wanted in K\u200bK Park for work';
    const verdict = await score(source);
    expect(verdict.reasons).toEqual([
      { trait: 'hotspot_location', strength: 0.9, severity: 3, spans: [{ start: 17, end: 25, text: 'K\u200bK Park' }] },
    ]);
  });

  it('what can be checked is no reason', async () => {
    const verdict = await score('Typist wanted in the office Licence');
    expect(verdict.reasons).toEqual([]);
    expect(verdict.checkable).toEqual([
      { strength: expect.closeTo(0.95, 2), spans: [{ start: 28, end: 35, text: 'Licence' }] },
    ]);
  });
});

describe('not enough', () => {
  it('a text that is too short', async () => {
    expect(await score('office work')).toMatchObject({ level: 'not-enough', notEnough: 'too-short' });
  });
  it('a text that is no advert, unless a board says that it is one', async () => {
    const text = 'No work for the office';
    expect(await score(text)).toMatchObject({ level: 'not-enough', notEnough: 'not-an-advert' });
    expect(await score(text, { found: 'board' })).toMatchObject({ level: 'none', notEnough: null });
    expect(await score(text, { found: 'json-ld' })).toMatchObject({ level: 'none', notEnough: null });
  });
  it('a weak language takes back a none, not a warning', async () => {
    const chinese = '招聘文员 在办公室上班 周末双休 按时发工资 提供午餐';
    expect(await score(chinese)).toMatchObject({ level: 'not-enough', notEnough: 'language', language: 'zh' });
    const lure = await score(`${chinese}高薪高薪 Telegram visa passport`);
    expect(lure.level).toBe('strong');
  });
  it('an unclear language changes nothing', async () => {
    expect(await score('Typist wanted in the office 招聘')).toMatchObject({ level: 'none', language: null });
  });
});

describe('spans point at what the page shows', () => {
  it.each([
    ['zero-width', 'Add Tele\u200bgr\u200bam', 'Tele\u200bgr\u200bam'],
    ['homoglyphs', 'Add Теlеgrаm', 'Теlеgrаm'],
    ['spaced-out', 'Add T e l e g r a m', 'T e l e g r a m'],
    ['bidi override', 'Add \u202eTelegram\u202c now', 'Telegram'],
    ['after emoji', '👩🏽‍💻💰 Telegram', 'Telegram'],
    ['after a lone surrogate', '\ud83d Telegram', 'Telegram'],
    ['inside a longer word', 'Add Telegramers', 'Telegramers'],
    ['full width', 'Ａｄｄ　Ｔｅｌｅｇｒａｍ', 'Ｔｅｌｅｇｒａｍ'],
    ['inside markup that came as text', '<b onclick=x>Telegram</b>', 'Telegram'],
  ])('%s', async (_, title, expected) => {
    const text = 'Typist wanted in the office';
    const verdict = await score(text, { title });
    const spans = verdict.reasons.find((reason) => reason.trait === 'off_platform')?.spans ?? [];
    expect(spans.map((span) => span.text)).toEqual([expected]);
    for (const span of spans) expect(`${title}\n${text}`.slice(span.start, span.end)).toBe(span.text);
  });
  it('Chinese words are not drawn out to the whole sentence', async () => {
    expect(words(await score('招聘文员月入高薪包吃住'))).toEqual([['pay_implausible', '高薪']]);
  });
  it('neighbouring words of a trait are one quote, a gap of one word included', async () => {
    expect(words(await score('Typist Telegram only Telegram in the office visa'))[0]).toEqual([
      'off_platform',
      'Telegram only Telegram',
    ]);
  });
});

describe('the queue', () => {
  it('runs one at a time, in order', async () => {
    let running = 0;
    const slow = await createEngine({
      readFile: folderOf(),
      ort: fakeRuntime(async () => {
        expect(++running).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 5));
        running--;
      }),
    });
    const order: number[] = [];
    const texts = [0, 1, 2].map((n) =>
      slow.score({ text: 'office work for', found: 'board' }).then(() => order.push(n)),
    );
    await Promise.all(texts);
    expect(order).toEqual([0, 1, 2]);
  });

  it('an abort ends a waiting advert at once and a running one between two windows, and the next is scored', async () => {
    let runs = 0;
    const controller = new AbortController();
    const slow = await createEngine({
      readFile: folderOf(),
      ort: fakeRuntime(async () => {
        if (++runs === 2) controller.abort();
      }),
    });
    const long = slow.score({ text: 'work '.repeat(200), found: 'board' }, controller.signal);
    const waiting = slow.score({ text: 'office work for', found: 'board' }, controller.signal);
    const next = slow.score({ text: 'office work for', found: 'board' });
    await expect(long).rejects.toMatchObject({ name: 'EngineError', code: 'aborted' });
    await expect(waiting).rejects.toMatchObject({ code: 'aborted' });
    expect((await next).level).toBe('none');
    expect(runs).toBe(3);
  });

  it('a failing run is an error of that advert alone', async () => {
    let fail = true;
    const flaky = await createEngine({
      readFile: folderOf(),
      ort: fakeRuntime(async () => {
        if (fail) throw new Error('out of memory');
      }),
    });
    await expect(flaky.score({ text: 'office', found: 'board' })).rejects.toMatchObject({ code: 'runtime-failed' });
    fail = false;
    expect((await flaky.score({ text: 'office work for', found: 'board' })).level).toBe('none');
  });

  it('a closed engine scores nothing', async () => {
    const short = await createEngine({ readFile: folderOf(), ort: fakeRuntime() });
    await short.close();
    await short.close();
    await expect(short.score({ text: 'office', found: 'board' })).rejects.toBeInstanceOf(EngineError);
  });
});

describe('bad input', () => {
  it.each<[string, string]>([
    ['empty', ''],
    ['white space and controls', ' \n\u0000\u0007\u200b\u202e '],
    ['lone surrogates', '\udc00\ud800\ud800'],
    ['only emoji', '💰💰💰✈️👩🏽‍💻'],
    ['a literal end mark', '</s></s><s>'],
    ['5 MB', 'Telegram visa <b>work</b> '.repeat(200_000)],
    ['one line of 200,000 characters', 'T'.repeat(200_000)],
    ['one line of 200,000 marks', '\u0301\u0327'.repeat(100_000)],
    ['200,000 emoji', '💰'.repeat(100_000)],
  ])('%s', async (_, text) => {
    const verdict = await score(text, { title: '<img src=x onerror=alert(1)>' });
    expect(verdict.probability).toBeGreaterThanOrEqual(0);
    expect(verdict.probability).toBeLessThanOrEqual(1);
    for (const { spans } of [...verdict.reasons, ...verdict.checkable]) {
      expect(spans.length).toBeGreaterThan(0);
      for (const span of spans) expect(span.text.length).toBe(span.end - span.start);
    }
  });
  it('says where it stopped reading', async () => {
    expect((await score('Telegram visa for work')).truncated).toBe(false);
    expect((await score('work '.repeat(1_000))).truncated).toBe(true);
    expect((await score(' '.repeat(70_000))).truncated).toBe(true);
  });
  it('not a text', async () => {
    await expect(score(undefined as unknown as string)).rejects.toMatchObject({ code: 'bad-input' });
  });
});

describe('a model that cannot be used is an error, never a verdict', () => {
  const create = (readFile = folderOf(), ort = fakeRuntime()) => createEngine({ readFile, ort, timeoutMs: 50 });
  it.each(['SHA256SUMS', 'onnx/model_quantized.onnx', 'labels.json', 'gazetteer.json'])(
    '%s is missing',
    async (name) => {
      await expect(create(folderOf({}, { [name]: null }))).rejects.toMatchObject({ code: 'model-missing' });
    },
  );
  it.each(['onnx/model_quantized.onnx', 'thresholds.json', 'tokenizer.json'])('%s was changed', async (name) => {
    await expect(create(folderOf({}, { [name]: '{}' }))).rejects.toMatchObject({ code: 'model-damaged' });
  });
  it('a file that is not listed', async () => {
    await expect(create(folderOf({}, { SHA256SUMS: '' }))).rejects.toMatchObject({ code: 'model-damaged' });
  });
  it.each([
    ['thresholds.json', '{"version":"1"}'],
    ['labels.json', 'not JSON'],
    ['tokenizer.json', '{}'],
    ['normaliser.json', '{"homoglyphs":{"Latin":{},"Cyrillic":{},"Greek":{}},"joiners":[],"contacts":["("]}'],
  ])('%s with the right digest and the wrong content', async (name, text) => {
    await expect(create(folderOf({ [name]: text }))).rejects.toMatchObject({ code: 'model-damaged' });
  });
  it('a runtime that fails', async () => {
    const ort = fakeRuntime();
    ort.InferenceSession.create = () => Promise.reject(new Error('no wasm'));
    await expect(create(folderOf(), ort)).rejects.toMatchObject({ code: 'runtime-failed', message: 'no wasm' });
  });
  it('a runtime that never answers', async () => {
    const ort = fakeRuntime();
    ort.InferenceSession.create = () => new Promise(() => {});
    await expect(create(folderOf(), ort)).rejects.toMatchObject({ code: 'timeout' });
  });
});
