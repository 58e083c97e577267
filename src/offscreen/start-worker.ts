import type { WorkerLike } from './client.ts';

/** Starts the packaged engine worker; from an offscreen document in Chrome, from the event page in Firefox. */
export function startWorker(): WorkerLike {
  return new Worker('/engine-worker.js', { type: 'module', name: 'engine' });
}
