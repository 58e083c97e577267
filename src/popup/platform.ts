import type { Span } from '../engine/types.ts';
import type { Failure, TabState } from '../shared/messages.ts';

/** A failure that has a text of its own in the popup. */
export class PlatformError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'PlatformError';
    this.failure = failure;
  }
}

/** All that the popup needs from its surroundings, so that it also runs in a plain page and in tests. */
export interface Platform {
  /** @throws PlatformError where the background cannot answer. */
  getState(): Promise<TabState>;
  /** Calls the listener whenever the state may have changed; the answer ends that. */
  onChange(listener: () => void): () => void;
  /**
   * Reads the page again. Must be the first call of a click handler: the click is what permits reading a site
   * that is not read automatically.
   * @throws PlatformError where the page cannot be read.
   */
  rescan(): Promise<void>;
  /** Highlights words of an advert in the page and scrolls to the first; the number of places found. */
  highlight(advertId: string, spans: readonly Span[]): Promise<number>;
  clearHighlight(): Promise<void>;
}
