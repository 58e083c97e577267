import { beforeEach, describe, expect, it, vi } from 'vitest';
import { advert, verdict } from '../background/testing.ts';
import { type Engine, EngineError } from '../engine/types.ts';
import type { WorkerAnswer } from './rpc.ts';
import { createServer } from './server.ts';

const answers: WorkerAnswer[] = [];
const post = (answer: WorkerAnswer) => void answers.push(answer);
const score = (call: number) => ({ kind: 'score', call, advert: advert(`advert ${call}`) }) as const;
const engine = (over: Partial<Engine> = {}): Engine => ({
  model: { name: 'test', sha256: '' },
  score: async () => verdict('none'),
  close: async () => {},
  ...over,
});

beforeEach(() => {
  answers.length = 0;
});

describe('createServer', () => {
  it('opens the engine once for all calls and answers each', async () => {
    const open = vi.fn(async () => engine());
    const server = createServer(open, post);
    server.receive(score(1));
    server.receive(score(2));
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    expect(open).toHaveBeenCalledOnce();
    expect(answers.map(({ call, result }) => [call, result.ok])).toEqual([
      [1, true],
      [2, true],
    ]);
  });

  it('gives the engine the words of the advert and nothing else', async () => {
    const seen = vi.fn(async () => verdict('none'));
    createServer(async () => engine({ score: seen }), post).receive(score(1));
    await vi.waitFor(() => expect(seen).toHaveBeenCalled());
    expect(seen).toHaveBeenCalledWith(
      { title: 'Title advert 1', text: 'Text of advert 1', found: 'board' },
      expect.any(AbortSignal),
    );
  });

  it('says why the engine did not open, and tries again at the next call', async () => {
    const open = vi.fn(async () => engine()).mockRejectedValueOnce(new EngineError('model-damaged', 'wrong sum'));
    const server = createServer(open, post);
    server.receive(score(1));
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    expect(answers[0]?.result).toEqual({ ok: false, error: { code: 'model-damaged', message: 'wrong sum' } });
    server.receive(score(2));
    await vi.waitFor(() => expect(answers[1]?.result.ok).toBe(true));
  });

  it('aborts one call alone', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const server = createServer(async () => {
      return engine({
        score: (_, signal) => {
          signals.push(signal);
          return new Promise(() => {});
        },
      });
    }, post);
    server.receive(score(1));
    server.receive(score(2));
    await vi.waitFor(() => expect(signals).toHaveLength(2));
    server.receive({ kind: 'abort', call: 2 });
    expect(signals.map((signal) => signal?.aborted)).toEqual([false, true]);
  });
});
