import { type Engine, EngineError } from '../src/engine/types.ts';
import { messageOf } from './errors.ts';
import type { WorkerFailure, WorkerReply, WorkerRequest } from './messages.ts';

/** The part of a `MessagePort` that a worker needs. */
interface Port {
  on(event: 'message', listener: (request: WorkerRequest) => void): unknown;
  postMessage(reply: WorkerReply): void;
}

/** Loads the engine, then answers every request with a verdict or with what went wrong. */
export async function serve(port: Port, load: () => Promise<Engine>): Promise<void> {
  let engine: Engine;
  try {
    engine = await load();
  } catch (error) {
    port.postMessage({ kind: 'failed', error: failureOf(error) });
    return;
  }
  port.on('message', async ({ input }) => {
    try {
      port.postMessage({ kind: 'verdict', verdict: await engine.score(input) });
    } catch (error) {
      port.postMessage({ kind: 'error', error: failureOf(error) });
    }
  });
  port.postMessage({ kind: 'ready' });
}

function failureOf(error: unknown): WorkerFailure {
  return { code: error instanceof EngineError ? error.code : 'internal', message: messageOf(error) };
}
