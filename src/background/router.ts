import type { EngineErrorCode } from '../engine/types.ts';
import { MessageError } from '../shared/failure.ts';
import type { TabState } from '../shared/messages.ts';
import type { Handlers, Sender } from '../shared/messaging.ts';
import type { EngineHost } from './engine-host.ts';
import { abandoned, allFailed, announced, failedWaits, settled, type TabRecord } from './tab-state.ts';
import type { TabStore } from './tabs.ts';

export interface Duties {
  readonly store: TabStore;
  readonly engine: EngineHost;
  readonly showBadge: (tabId: number, record: TabRecord | null) => Promise<void>;
  readonly readPage: (tabId: number) => Promise<void>;
  /** Address of the page whose content script answers, null where none does. */
  readonly pageUrl: (tabId: number) => Promise<string | null>;
  /** Address of the tab itself, null where the browser keeps it from us. */
  readonly tabUrl: (tabId: number) => Promise<string | null>;
}

/** With these the next advert would fail the same way, each after a long wait. */
const HOPELESS: readonly string[] = ['model-missing', 'model-damaged', 'timeout'] satisfies EngineErrorCode[];

/**
 * Answers every message to the background. `forget` is for a closed tab; `forgetIfLeft` for one that loads:
 * a page that changes its own address loads too, but its content script still answers.
 */
export function createRouter(duties: Duties) {
  const { store, engine, showBadge, readPage, pageUrl, tabUrl } = duties;
  const scoring = new Map<string, Set<number>>();

  const leave = (tabId: number, ids: readonly string[]): void => {
    for (const id of ids) {
      const tabs = scoring.get(id);
      if (tabs?.delete(tabId) && tabs.size === 0) engine.abort(id);
    }
  };

  const forget = async (tabId: number, key?: string): Promise<void> => {
    const before = await store.clear(tabId, key);
    if (!before) return;
    leave(tabId, abandoned(before, null));
    await showBadge(tabId, null);
  };

  const forgetIfLeft = async (tabId: number): Promise<void> => {
    const before = await store.get(tabId);
    if (before && (await pageUrl(tabId)) === null) await forget(tabId, before.key);
  };

  const handlers: Handlers<'background'> = {
    async 'page/adverts'(announcement, sender) {
      const tabId = tabOf(sender);
      let before: TabRecord | null = null;
      const after = await store.update(tabId, (record) => {
        before = record;
        return announced(record, announcement);
      });
      leave(tabId, abandoned(before, after));
      await showBadge(tabId, after);
      return null;
    },

    async 'advert/score'({ id }, sender) {
      const tabId = tabOf(sender);
      const entry = (await store.get(tabId))?.adverts.find(({ advert }) => advert.id === id);
      if (!entry) throw gone();
      if (entry.result.status === 'scored') return entry.result.verdict;

      const tabs = scoring.get(id) ?? new Set();
      scoring.set(id, tabs.add(tabId));
      const result = await engine.score(entry.advert);
      tabs.delete(tabId);
      if (tabs.size === 0 && scoring.get(id) === tabs) scoring.delete(id);
      if (!result.ok && result.error.code === 'aborted') throw gone();

      const after = await store.update(tabId, (record) => {
        const next = settled(record, id, result);
        return next && !result.ok && HOPELESS.includes(result.error.code) ? allFailed(next, result.error) : next;
      });
      if (!after) throw gone();
      await showBadge(tabId, after);
      if (!result.ok) throw new MessageError(result.error.code, result.error.message);
      return result.value;
    },

    async 'tab/state'({ tabId }, sender): Promise<TabState> {
      onlyOwnPages(sender);
      const url = await pageUrl(tabId);
      if (url === null) return { kind: 'no-access', url: await tabUrl(tabId) };
      const record = await store.get(tabId);
      // A record of another address is that of the page before; the content script is about to replace it.
      if (!record || record.url !== url || record.adverts.length === 0) return { kind: 'nothing', url };
      return { kind: 'adverts', url, openId: record.openId, adverts: record.adverts };
    },

    async 'tab/rescan'({ tabId }, sender) {
      onlyOwnPages(sender);
      await store.update(tabId, (record) => record && failedWaits(record));
      await readPage(tabId);
      return null;
    },
  };
  return { handlers, forget, forgetIfLeft };
}

function gone(): MessageError {
  return new MessageError('aborted', 'the advert is no longer on the page');
}

function tabOf(sender: Sender): number {
  if (sender.tabId === null || sender.frameId !== 0) throw new MessageError('internal', 'not the top frame of a tab');
  return sender.tabId;
}

function onlyOwnPages(sender: Sender): void {
  if (!sender.trusted) throw new MessageError('internal', 'only pages of the extension may ask this');
}
