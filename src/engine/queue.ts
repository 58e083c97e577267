import { EngineError } from './types.ts';

/** @throws EngineError `aborted` */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new EngineError('aborted', 'no longer wanted');
}

/** Settles as `work` does, or rejects at once when the signal fires. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(new EngineError('aborted', 'no longer wanted'));
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
    if (signal.aborted) onAbort();
  });
}

/** Runs jobs one at a time, in order: two runs at once fail in the runtime. */
export interface Queue {
  /** @throws EngineError `aborted` where the signal fires before the job has ended; a job not yet begun then never begins. */
  add<T>(job: () => Promise<T>, signal?: AbortSignal): Promise<T>;
}

export function createQueue(): Queue {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    add(job, signal) {
      const turn = tail.then(() => {
        throwIfAborted(signal);
        return job();
      });
      tail = turn.catch(() => undefined);
      return signal ? orAborted(turn, signal) : turn;
    },
  };
}
