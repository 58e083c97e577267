import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { advert, verdict } from '../background/testing.ts';
import { createClient, type WorkerLike } from './client.ts';
import type { WorkerRequest } from './rpc.ts';

class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  readonly requests: WorkerRequest[] = [];
  readonly terminate = vi.fn();
  postMessage(request: WorkerRequest): void {
    this.requests.push(request);
  }
  answer(call: number): void {
    const data = { call, result: { ok: true as const, value: verdict('none') } };
    this.onmessage?.({ data } as MessageEvent);
  }
  crash(message: string): void {
    this.onerror?.({ message } as ErrorEvent);
  }
}

const workers: FakeWorker[] = [];
const start = vi.fn(() => {
  const worker = new FakeWorker();
  workers.push(worker);
  return worker;
});

beforeEach(() => {
  vi.useFakeTimers();
  workers.length = 0;
  start.mockClear();
});
afterEach(() => void vi.useRealTimers());

describe('createClient', () => {
  it('starts the worker at the first advert and keeps it', async () => {
    const client = createClient(start);
    expect(start).not.toHaveBeenCalled();
    const answers = [client.score(advert('a')), client.score(advert('b'))];
    workers[0]?.answer(1);
    workers[0]?.answer(0);
    expect(await Promise.all(answers)).toEqual(Array(2).fill({ ok: true, value: verdict('none') }));
    expect(start).toHaveBeenCalledOnce();
  });

  it('fails what a crashed worker had, and starts another for the next', async () => {
    const client = createClient(start);
    const lost = [client.score(advert('a')), client.score(advert('b'))];
    workers[0]?.crash('out of memory');
    expect(await Promise.all(lost)).toEqual(
      Array(2).fill({ ok: false, error: { code: 'runtime-failed', message: 'out of memory' } }),
    );
    expect(workers[0]?.terminate).toHaveBeenCalled();
    const next = client.score(advert('c'));
    workers[1]?.answer(2);
    expect(await next).toMatchObject({ ok: true });
  });

  it('ends a worker that hangs', async () => {
    const client = createClient(start, { limit: 1_000 });
    const hung = client.score(advert('a'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await hung).toMatchObject({ ok: false, error: { code: 'timeout' } });
    expect(workers[0]?.terminate).toHaveBeenCalled();
  });

  it('gives every advert of a queue its own time', async () => {
    const client = createClient(start, { limit: 1_000 });
    const answers = [client.score(advert('a')), client.score(advert('b'))];
    await vi.advanceTimersByTimeAsync(900);
    workers[0]?.answer(0);
    await vi.advanceTimersByTimeAsync(900);
    workers[0]?.answer(1);
    expect((await Promise.all(answers)).every(({ ok }) => ok)).toBe(true);
  });

  it('ends an idle worker, once, and tells', async () => {
    const onIdle = vi.fn();
    const client = createClient(start, { idle: 5_000, onIdle });
    const answer = client.score(advert('a'));
    workers[0]?.answer(0);
    await answer;
    await vi.advanceTimersByTimeAsync(4_999);
    expect(workers[0]?.terminate).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(workers[0]?.terminate).toHaveBeenCalledOnce();
    expect(onIdle).toHaveBeenCalledOnce();
  });

  it('passes on that an advert is given up, and nothing of others', () => {
    const client = createClient(start);
    void client.score(advert('a'));
    void client.score(advert('b'));
    client.abort('b');
    client.abort('unknown');
    expect(workers[0]?.requests.filter(({ kind }) => kind === 'abort')).toEqual([{ kind: 'abort', call: 1 }]);
  });

  it('tells a worker that cannot be started as a failure', async () => {
    start.mockImplementationOnce(() => {
      throw new Error('blocked');
    });
    const client = createClient(start);
    expect(await client.score(advert('a'))).toEqual({
      ok: false,
      error: { code: 'runtime-failed', message: 'blocked' },
    });
  });
});
