import type { TabRecord } from './tab-state.ts';

/** The part of `storage.session` that is used. It lives in memory and is closed to content scripts. */
export interface SessionArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

export type TabStore = ReturnType<typeof createTabStore>;

/**
 * What is known of each tab, outside the service worker's own memory, which is lost after 30 idle seconds.
 * Changes to one tab run one after the other: two results that come in together must not overwrite each other.
 */
export function createTabStore(area: SessionArea) {
  const queues = new Map<number, Promise<unknown>>();
  const keyOf = (tabId: number) => `tab:${tabId}`;

  const queued = <T>(tabId: number, work: () => Promise<T>): Promise<T> => {
    const result = (queues.get(tabId) ?? Promise.resolve()).then(work, work);
    queues.set(tabId, result);
    void result.catch(() => {}).finally(() => queues.get(tabId) === result && queues.delete(tabId));
    return result;
  };

  const read = async (tabId: number): Promise<TabRecord | null> => {
    const key = keyOf(tabId);
    return ((await area.get(key))[key] as TabRecord | undefined) ?? null;
  };

  return {
    get: (tabId: number): Promise<TabRecord | null> => queued(tabId, () => read(tabId)),

    /** Applies `change`; null from it leaves the record as it is. Resolves with what `change` gave. */
    update: (tabId: number, change: (before: TabRecord | null) => TabRecord | null): Promise<TabRecord | null> =>
      queued(tabId, async () => {
        const after = change(await read(tabId));
        if (after) await area.set({ [keyOf(tabId)]: after });
        return after;
      }),

    /** Forgets the tab, with `key` only where it still is that record. Resolves with what was forgotten. */
    clear: (tabId: number, key?: string): Promise<TabRecord | null> =>
      queued(tabId, async () => {
        const record = await read(tabId);
        if (!record || (key !== undefined && record.key !== key)) return null;
        await area.remove(keyOf(tabId));
        return record;
      }),
  };
}
