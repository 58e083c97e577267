import type { Span } from '../engine/types.ts';
import type { Mock } from './mocks.ts';
import { type Platform, PlatformError } from './platform.ts';

export interface MockPlatform extends Platform {
  /** Calls in order, the name first. */
  readonly calls: (readonly unknown[])[];
  /** Replaces the page and tells the popup. */
  become(mock: Mock): void;
  /** Number of places that `highlight` finds. */
  places: number;
}

/** A platform in memory, for the gallery and for tests. `afterRescan` is the page once it was read on request. */
export function mockPlatform(initial: Mock, afterRescan: Mock = initial): MockPlatform {
  let mock = initial;
  const listeners = new Set<() => void>();
  const calls: (readonly unknown[])[] = [];
  const platform: MockPlatform = {
    calls,
    places: 1,
    become(next) {
      mock = next;
      for (const listener of listeners) listener();
    },
    async getState() {
      if ('broken' in mock) throw new PlatformError({ code: mock.broken, message: `made-up ${mock.broken}` });
      return mock.state;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async rescan() {
      calls.push(['rescan']);
      platform.become(afterRescan);
    },
    async highlight(advertId: string, spans: readonly Span[]) {
      calls.push(['highlight', advertId, spans]);
      return platform.places;
    },
    async clearHighlight() {
      calls.push(['clearHighlight']);
    },
  };
  return platform;
}
