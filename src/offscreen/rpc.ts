import type { JobAdvert } from '../adverts/types.ts';
import type { Verdict } from '../engine/types.ts';
import type { Result } from '../shared/messages.ts';

/** What the worker is asked. Answers carry the same `call`. */
export type WorkerRequest =
  | { readonly kind: 'score'; readonly call: number; readonly advert: JobAdvert }
  | { readonly kind: 'abort'; readonly call: number };

export interface WorkerAnswer {
  readonly call: number;
  readonly result: Result<Verdict>;
}
