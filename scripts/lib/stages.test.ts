import { describe, expect, it } from 'vitest';
import { runStages } from './stages.mjs';

const counts = (passed: number, failed: number) => ({ passed, failed, skipped: 0 });

describe('runStages', () => {
  it('goes on after a failure', async () => {
    const results = await runStages([
      { name: 'lint', run: async () => counts(0, 1) },
      { name: 'unit', run: async () => counts(5, 0) },
    ]);
    expect(results.map(({ name, counts }) => [name, counts.passed, counts.failed])).toEqual([
      ['lint', 0, 1],
      ['unit', 5, 0],
    ]);
  });

  it('leaves out what needs a failed stage, and counts it as failed', async () => {
    let ran = false;
    const results = await runStages([
      { name: 'build', run: async () => counts(0, 1) },
      {
        name: 'e2e',
        needs: ['build'],
        run: async () => {
          ran = true;
          return counts(1, 0);
        },
      },
      { name: 'after', needs: ['e2e'], run: async () => counts(1, 0) },
    ]);
    expect(ran).toBe(false);
    expect(results[1]).toMatchObject({ counts: counts(0, 1), note: 'not run: build failed' });
    expect(results[2]).toMatchObject({ note: 'not run: e2e failed' });
  });

  it('counts an exception as a failure and keeps its message', async () => {
    const results = await runStages([
      {
        name: 'python',
        run: async () => {
          throw new Error('pip install failed');
        },
      },
    ]);
    expect(results[0]).toMatchObject({ counts: counts(0, 1), note: 'pip install failed' });
  });

  it('tells the time of each stage in seconds', async () => {
    const times = [1000, 3500];
    const results = await runStages([{ name: 'unit', run: async () => counts(1, 0) }], {
      clock: () => times.shift() ?? 0,
    });
    expect(results[0]?.seconds).toBe(2.5);
  });
});
