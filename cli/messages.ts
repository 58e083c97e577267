import type { EngineErrorCode, ScoreInput, Verdict } from '../src/engine/types.ts';

/** What a scoring worker is started with. */
export interface WorkerStart {
  readonly modelDir: string;
}

export interface WorkerFailure {
  readonly code: EngineErrorCode | 'internal';
  readonly message: string;
}

/** To a worker: one advert at a time. */
export type WorkerRequest = { readonly kind: 'score'; readonly input: ScoreInput };

/** From a worker: once `ready` or `failed`, then one answer for each request. */
export type WorkerReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly error: WorkerFailure }
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  | { readonly kind: 'error'; readonly error: WorkerFailure };
