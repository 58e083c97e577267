import type { JobAdvert } from '../adverts/types.ts';
import type { EngineErrorCode, Verdict } from '../engine/types.ts';
import type { Result } from '../shared/messages.ts';
import type { WorkerAnswer, WorkerRequest } from './rpc.ts';

/** The part of `Worker` that is used, so that a test can stand in for it. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent<WorkerAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(request: WorkerRequest): void;
  terminate(): void;
}

export interface EngineClient {
  /** Scores one advert. Never rejects: a crash, a hang and a failed start are failures. */
  score(advert: JobAdvert): Promise<Result<Verdict>>;
  /** Gives up an advert that is waiting or being scored. */
  abort(advertId: string): void;
  /** Ends the worker: its memory never shrinks otherwise. */
  close(): void;
}

export interface ClientOptions {
  /**
   * Milliseconds without any answer before the worker counts as hung. The engine has limits of its own; this one is for a
   * worker that no longer hears them. A busy cheap laptop was seen to need 50 s for the start and the first advert.
   */
  readonly limit?: number;
  /** Milliseconds without work before the worker is ended. */
  readonly idle?: number;
  /** Called once the worker was ended for idleness. */
  readonly onIdle?: () => void;
}

interface Call {
  readonly advertId: string;
  readonly settle: (result: Result<Verdict>) => void;
}

const MINUTE = 60_000;

/** Starts the engine's worker at the first advert, and anew after a crash, a hang or idleness. */
export function createClient(start: () => WorkerLike, options: ClientOptions = {}): EngineClient {
  const { limit = 2 * MINUTE, idle = 5 * MINUTE, onIdle } = options;
  const calls = new Map<number, Call>();
  let worker: WorkerLike | null = null;
  let next = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const end = (code: EngineErrorCode, message: string): void => {
    clearTimeout(timer);
    worker?.terminate();
    worker = null;
    const lost = [...calls.values()];
    calls.clear();
    for (const call of lost) call.settle({ ok: false, error: { code, message } });
  };

  const restartTimer = (): void => {
    clearTimeout(timer);
    if (calls.size > 0) timer = setTimeout(() => end('timeout', `no answer within ${limit / 1000} s`), limit);
    else
      timer = setTimeout(() => {
        end('aborted', 'idle');
        onIdle?.();
      }, idle);
  };

  const running = (): WorkerLike => {
    if (worker) return worker;
    const started = start();
    started.onmessage = ({ data }) => {
      const call = calls.get(data.call);
      calls.delete(data.call);
      restartTimer();
      call?.settle(data.result);
    };
    started.onerror = (event) => end('runtime-failed', event.message || 'the worker stopped');
    worker = started;
    return started;
  };

  return {
    score(advert) {
      return new Promise((settle) => {
        const call = next++;
        calls.set(call, { advertId: advert.id, settle });
        try {
          running().postMessage({ kind: 'score', call, advert });
          restartTimer();
        } catch (error) {
          end('runtime-failed', error instanceof Error ? error.message : String(error));
        }
      });
    },
    abort(advertId) {
      for (const [call, { advertId: id }] of calls) if (id === advertId) worker?.postMessage({ kind: 'abort', call });
    },
    close: () => end('aborted', 'closed'),
  };
}
