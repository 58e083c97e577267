import type { Engine } from '../engine/types.ts';
import { toFailure } from '../shared/failure.ts';
import type { WorkerAnswer, WorkerRequest } from './rpc.ts';

/** Answers the calls of {@link WorkerRequest} with one engine, opened at the first and opened again after a failed start. */
export function createServer(open: () => Promise<Engine>, post: (answer: WorkerAnswer) => void) {
  let engine: Promise<Engine> | null = null;
  const running = new Map<number, AbortController>();

  const opened = (): Promise<Engine> => {
    engine ??= open().catch((error: unknown) => {
      engine = null;
      throw error;
    });
    return engine;
  };

  const score = async ({ call, advert }: Extract<WorkerRequest, { kind: 'score' }>): Promise<void> => {
    const controller = new AbortController();
    running.set(call, controller);
    try {
      const scorer = await opened();
      const { title, text, found } = advert;
      post({ call, result: { ok: true, value: await scorer.score({ title, text, found }, controller.signal) } });
    } catch (error) {
      post({ call, result: { ok: false, error: toFailure(error) } });
    } finally {
      running.delete(call);
    }
  };

  return {
    receive(request: WorkerRequest): void {
      if (request.kind === 'abort') running.get(request.call)?.abort();
      else void score(request);
    },
  };
}
