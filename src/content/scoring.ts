import type { FoundAdvert } from '../adverts/types.ts';
import type { Verdict } from '../engine/types.ts';
import type { Failure, Result } from '../shared/messages.ts';

/** With these no further advert of the page can be scored. */
const HOPELESS: readonly Failure['code'][] = ['model-missing', 'model-damaged', 'timeout'];

export interface Scoring {
  readonly score: (id: string) => Promise<Result<Verdict>>;
  readonly onVerdict: (id: string, verdict: Verdict) => void;
  readonly onFailure: (id: string, failure: Failure) => void;
}

/** The order of asking: the advert the reader has open, then the others as they stand on the page. */
export function askingOrder(adverts: readonly FoundAdvert[]): string[] {
  const open = adverts.filter(({ role }) => role === 'detail');
  const others = adverts.filter(({ role }) => role !== 'detail');
  return [...new Set([...open, ...others].map(({ advert }) => advert.id))];
}

/**
 * Asks for the verdicts one by one, so that a page that changes leaves no long queue behind.
 * Ends at the signal, and at a failure that all further adverts would share.
 */
export async function scoreAll(ids: readonly string[], scoring: Scoring, signal: AbortSignal): Promise<void> {
  for (const [position, id] of ids.entries()) {
    if (signal.aborted) return;
    let result = await scoring.score(id);
    // The background may be put to sleep between two messages: a second call wakes it.
    if (!result.ok && result.error.code === 'internal' && !signal.aborted) result = await scoring.score(id);
    if (signal.aborted) return;
    if (result.ok) scoring.onVerdict(id, result.value);
    else if (HOPELESS.includes(result.error.code)) {
      const { error } = result;
      for (const left of ids.slice(position)) scoring.onFailure(left, error);
      return;
    } else if (result.error.code !== 'aborted') scoring.onFailure(id, result.error);
  }
}
