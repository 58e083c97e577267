import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mapInOrder } from './in-order.ts';
import { collect } from './testing/collect.ts';

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
async function* from<T>(items: readonly T[]) {
  yield* items;
}

describe('mapInOrder', () => {
  test('keeps the order and the limit, whatever takes long', async () => {
    const delays = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(delays, fc.integer({ min: 1, max: 6 }), async (items, limit) => {
        let now = 0;
        let most = 0;
        const results = await collect(
          mapInOrder(from([...items.entries()]), limit, async ([index, delay]) => {
            now += 1;
            most = Math.max(most, now);
            await sleep(delay);
            now -= 1;
            return index;
          }),
        );
        expect(results).toEqual([...items.keys()]);
        expect(most).toBeLessThanOrEqual(limit);
      }),
      { numRuns: 25 },
    );
  });

  test('hands a result on while the source waits', async () => {
    async function* slow() {
      yield 1;
      await new Promise(() => {});
    }
    const results = mapInOrder(slow(), 4, async (item) => item * 10);
    expect(await results.next()).toEqual({ done: false, value: 10 });
    await results.return(undefined);
  });

  test('reads no further ahead than the limit', async () => {
    let read = 0;
    async function* endless() {
      while (true) yield read++;
    }
    for await (const result of mapInOrder(endless(), 3, async (item) => item)) {
      expect(read).toBeLessThanOrEqual(result + 5);
      if (result === 50) break;
    }
  });

  test('a source that fails: first what came before it', async () => {
    async function* failing() {
      yield 1;
      yield 2;
      throw new Error('cut off');
    }
    const seen: number[] = [];
    const run = async () => {
      for await (const result of mapInOrder(failing(), 8, async (item) => item)) seen.push(result);
    };
    await expect(run()).rejects.toThrow('cut off');
    expect(seen).toEqual([1, 2]);
  });

  test('work that fails ends the run, also where the source never answers', async () => {
    async function* stuck() {
      yield 1;
      yield 2;
      await new Promise(() => {});
    }
    const results = mapInOrder(stuck(), 8, async (item) => {
      if (item === 2) throw new Error('no model');
      return item;
    });
    await expect(collect(results)).rejects.toThrow('no model');
  });
});
