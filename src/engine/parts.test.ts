import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createCheckedReader, parseChecksums, sha256Hex } from './integrity.ts';
import { calibrate, sigmoid } from './probability.ts';
import { createQueue } from './queue.ts';
import { runsOf } from './traits.ts';
import { windowsOver } from './windows.ts';

describe('windows', () => {
  const window = { tokens: 256, overlap: 64 };
  it.each([
    [0, [[0, 0]]],
    [254, [[0, 254]]],
    [
      255,
      [
        [0, 254],
        [190, 255],
      ],
    ],
    [
      444,
      [
        [0, 254],
        [190, 444],
      ],
    ],
    [
      445,
      [
        [0, 254],
        [190, 444],
        [380, 445],
      ],
    ],
  ])('%i tokens', (count, expected) => {
    expect(windowsOver(count, window).map(({ start, end }) => [start, end])).toEqual(expected);
  });
  it('cover every token and share what they should', () => {
    fc.assert(
      fc.property(
        fc.nat(5_000),
        fc.integer({ min: 8, max: 300 }),
        fc.integer({ min: 0, max: 5 }),
        (count, tokens, overlap) => {
          const windows = windowsOver(count, { tokens, overlap });
          expect(windows.at(-1)?.end).toBe(count);
          for (const [i, { start, end }] of windows.entries()) {
            expect(end - start).toBeLessThanOrEqual(tokens - 2);
            if (i > 0) expect((windows[i - 1]?.end ?? 0) - start).toBe(overlap);
          }
        },
      ),
    );
  });
});

describe('probability', () => {
  it('is Platt scaling of the lure logit', () => {
    expect(calibrate(2, { scale: 0.5, bias: -1 })).toBe(0.5);
    expect(calibrate(3, { scale: 1, bias: 0 })).toBeCloseTo(0.9526, 4);
  });
  it('stays within 0 and 1', () => {
    expect([sigmoid(-1e9), sigmoid(1e9)]).toEqual([0, 1]);
  });
});

describe('runs of tokens', () => {
  const runs = (values: number[]) =>
    runsOf(Float32Array.from(values), { token: 0.4, advert: 0.6 }).map(({ start, end }) => [start, end]);
  it.each([
    ['a peak with its slopes', [0.1, 0.5, 0.7, 0.5, 0.1], [[1, 4]]],
    ['no peak', [0.5, 0.5, 0.59], []],
    ['a gap of one is closed', [0.7, 0.1, 0.5], [[0, 3]]],
    [
      'a gap of two is not',
      [0.7, 0.1, 0.1, 0.7],
      [
        [0, 1],
        [3, 4],
      ],
    ],
    ['a run without a peak beside one with', [0.5, 0, 0, 0.7], [[3, 4]]],
    ['nothing', [], []],
  ])('%s', (_, values, expected) => {
    expect(runs(values)).toEqual(expected);
  });
});

describe('integrity', () => {
  afterEach(() => vi.unstubAllGlobals());
  const bytes = new TextEncoder().encode('lamp');
  const digest = createHash('sha256').update(bytes).digest('hex');

  it('the digest is that of the platform, and without it the same', async () => {
    expect(await sha256Hex(bytes)).toBe(digest);
    vi.stubGlobal('crypto', undefined);
    expect(await sha256Hex(bytes)).toBe(digest);
  });
  it('reads both forms of sha256sum', () => {
    const text = `${digest}  onnx/a.onnx\r\n${digest.toUpperCase()} *b c.json\nnot a line\n`;
    expect([...parseChecksums(text)]).toEqual([
      ['onnx/a.onnx', digest],
      ['b c.json', digest],
    ]);
  });
  it('a part of a larger buffer is digested alone', async () => {
    const buffer = new Uint8Array([1, ...bytes, 2]);
    const read = await createCheckedReader(async (name) =>
      name === 'SHA256SUMS' ? new TextEncoder().encode(`${digest}  a\n`) : buffer.subarray(1, 5),
    );
    expect((await read('a')).sha256).toBe(digest);
  });
});

describe('queue', () => {
  it('a job that fails does not stop the next', async () => {
    const queue = createQueue();
    const failing = queue.add(() => Promise.reject(new Error('no')));
    const next = queue.add(async () => 1);
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe(1);
  });
  it('an aborted job never begins, and its asker need not wait for the one before', async () => {
    const queue = createQueue();
    let finish = () => {};
    const first = queue.add(() => new Promise<void>((resolve) => (finish = resolve)));
    await Promise.resolve();
    const controller = new AbortController();
    const job = vi.fn(async () => {});
    const second = queue.add(job, controller.signal);
    controller.abort();
    await expect(second).rejects.toMatchObject({ code: 'aborted' });
    finish();
    await first;
    await queue.add(async () => {});
    expect(job).not.toHaveBeenCalled();
  });
});
