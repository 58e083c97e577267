import { describe, expect, it } from 'vitest';
import { abandoned, allFailed, announced, failedWaits, settled, type TabRecord } from './tab-state.ts';
import { announcement, verdict } from './testing.ts';

const results = (record: TabRecord | null) =>
  Object.fromEntries(record?.adverts.map(({ advert, result }) => [advert.id, result.status]) ?? []);
const error = { code: 'model-missing', message: 'gone' } as const;

describe('the record of a tab', () => {
  const first = announced(null, announcement('a', 'b'));
  const scored = settled(first, 'a', { ok: true, value: verdict('strong') });

  it('begins with every advert waiting', () => {
    expect(results(first)).toEqual({ a: 'waiting', b: 'waiting' });
  });

  it('keeps a verdict with its advert and gives it to no other', () => {
    const next = announced(scored, announcement('c', 'a'));
    expect(results(next)).toEqual({ c: 'waiting', a: 'scored' });
    expect(next.adverts.map(({ advert }) => advert.id)).toEqual(['c', 'a']);
  });

  it('forgets the verdict of an advert that left, also when it comes back', () => {
    expect(results(announced(announced(scored, announcement('b')), announcement('a', 'b')))).toEqual({
      a: 'waiting',
      b: 'waiting',
    });
  });

  it('drops a result that comes too late', () => {
    expect(settled(announced(first, announcement('b')), 'a', { ok: true, value: verdict('strong') })).toBeNull();
    expect(settled(null, 'a', { ok: true, value: verdict('strong') })).toBeNull();
  });

  it('fails all that wait where the engine fails, and lets them wait again when asked to', () => {
    const failed = scored && allFailed(scored, error);
    expect(results(failed)).toEqual({ a: 'scored', b: 'failed' });
    expect(results(failed && failedWaits(failed))).toEqual({ a: 'scored', b: 'waiting' });
  });

  it('names the adverts that nobody waits for any more', () => {
    expect(abandoned(scored, announced(scored, announcement('c')))).toEqual(['b']);
    expect(abandoned(first, null)).toEqual(['a', 'b']);
    expect(abandoned(null, first)).toEqual([]);
  });

  it('has another key after each announcement and the same after a result', () => {
    expect(announced(first, announcement('a', 'b')).key).not.toBe(first.key);
    expect(scored?.key).toBe(first.key);
  });
});
