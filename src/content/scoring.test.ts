// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { verdict } from '../background/testing.ts';
import type { Verdict } from '../engine/types.ts';
import type { Failure, Result } from '../shared/messages.ts';
import { askingOrder, scoreAll } from './scoring.ts';
import { shown } from './testing.ts';

const good = { ok: true, value: verdict('none') } as const;
const bad = (code: Failure['code']) => ({ ok: false, error: { code, message: code } }) as const;

function run(answers: Record<string, Result<Verdict>[]>, controller = new AbortController()) {
  const seen: string[] = [];
  const score = vi.fn(async (id: string): Promise<Result<Verdict>> => answers[id]?.shift() ?? good);
  const done = scoreAll(
    ['a', 'b', 'c'],
    {
      score,
      onVerdict: (id) => void seen.push(`${id} scored`),
      onFailure: (id, { code }) => void seen.push(`${id} ${code}`),
    },
    controller.signal,
  );
  return { seen, score, done };
}

describe('askingOrder', () => {
  it('begins with the open advert and goes on in page order, each advert once', () => {
    const adverts = [shown('a'), shown('b'), shown('open', 'detail'), shown('c'), shown('a')];
    expect(askingOrder(adverts)).toEqual(['open', 'a', 'b', 'c']);
  });
});

describe('scoreAll', () => {
  it('asks one by one', async () => {
    const { seen, score, done } = run({});
    expect(score).toHaveBeenCalledTimes(1);
    await done;
    expect(seen).toEqual(['a scored', 'b scored', 'c scored']);
  });

  it('stops at the signal and shows nothing of a round that is over', async () => {
    const controller = new AbortController();
    const { seen, score, done } = run({}, controller);
    controller.abort();
    await done;
    expect(seen).toEqual([]);
    expect(score).toHaveBeenCalledTimes(1);
  });

  it('asks again where the background had been put to sleep', async () => {
    const { seen, done } = run({ a: [bad('internal')], b: [bad('internal'), bad('internal')] });
    await done;
    expect(seen).toEqual(['a scored', 'b internal', 'c scored']);
  });

  it.each(['model-missing', 'model-damaged', 'timeout'] as const)('asks for no other advert after %s', async (code) => {
    const { seen, score, done } = run({ b: [bad(code)] });
    await done;
    expect(seen).toEqual(['a scored', `b ${code}`, `c ${code}`]);
    expect(score).toHaveBeenCalledTimes(2);
  });

  it('goes on after one advert that could not be scored, and leaves an aborted one open', async () => {
    const { seen, done } = run({ a: [bad('runtime-failed')], b: [bad('aborted')] });
    await done;
    expect(seen).toEqual(['a runtime-failed', 'c scored']);
  });
});
