import { afterEach, describe, expect, test } from 'vitest';
import { Pool, RefusedAdvert } from './pool.ts';
import { FAKE_WORKER } from './testing/run.ts';

const pools: Pool[] = [];
function open({ jobs = 2, modelDir = 'model', worker = FAKE_WORKER } = {}): Pool {
  const pool = new Pool({ worker, modelDir, jobs });
  pools.push(pool);
  return pool;
}
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});
const input = (text: string) => ({ text, found: 'pasted' as const });

describe('Pool', () => {
  test('scores, and starts one worker for little work', async () => {
    const pool = open({ jobs: 4 });
    const verdicts = await Promise.all(['ticket and visa paid', 'a job'].map((text) => pool.score(input(text))));
    expect(verdicts.map(({ level }) => level)).toEqual(['look-closer', 'none']);
    expect(pool.workers).toBe(1);
  });

  test('starts more workers for more work, never more than its jobs', async () => {
    const pool = open({ jobs: 2 });
    await Promise.all(Array.from({ length: pool.capacity }, () => pool.score(input('a job'))));
    expect(pool.workers).toBe(2);
  });

  test('an advert that the engine refuses fails alone', async () => {
    const pool = open();
    await expect(pool.score(input('REFUSE'))).rejects.toBeInstanceOf(RefusedAdvert);
    await expect(pool.score(input('a job'))).resolves.toMatchObject({ level: 'none' });
  });

  test.each([
    ['CRASH', /worker stopped \(exit 9\)/],
    ['THROW', /worker crashed: out of luck/],
    ['BREAK', /runtime broke/],
  ])('%s fails every advert with exit 4, now and later', async (text, message) => {
    const pool = open();
    const all = ['a job SLOW', text, 'a job'].map((words) => pool.score(input(words)).catch((error: unknown) => error));
    const results = await Promise.all(all);
    expect(results[1]).toMatchObject({ exitCode: 4, message: expect.stringMatching(message) });
    expect(results[2]).toBe(results[1]);
    await expect(pool.score(input('a job'))).rejects.toBe(results[1]);
  });

  test('a missing model says what to do', async () => {
    const pool = open({ modelDir: 'missing' });
    await expect(pool.score(input('a job'))).rejects.toMatchObject({
      exitCode: 4,
      message: expect.stringContaining('--model'),
    });
  });

  test('a worker that does not start', async () => {
    const pool = open({ worker: new URL('./absent.mjs', FAKE_WORKER) });
    await expect(pool.score(input('a job'))).rejects.toMatchObject({ exitCode: 4 });
  });
});
