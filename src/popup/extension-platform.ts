import { browser } from '../shared/browser.ts';
import type { Result } from '../shared/messages.ts';
import { send, sendToTab } from '../shared/messaging.ts';
import { type Platform, PlatformError } from './platform.ts';

const POLL_MS = 500;

/** The tab that the popup speaks of: `?tab=ID` where it was opened as a page of its own, else the active tab of its window; null without one. */
export async function tabOfPopup(search: string): Promise<number | null> {
  const wanted = new URLSearchParams(search).get('tab');
  if (wanted !== null && /^\d+$/.test(wanted)) return Number(wanted);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new PlatformError(result.error);
  return result.value;
}

/** The popup's surroundings inside the extension. `tab` is known before the first click, so that a click is not waited with. */
export function extensionPlatform(tab: number | null): Platform {
  const known = (): number => {
    if (tab === null) throw new PlatformError({ code: 'no-page', message: 'no active tab' });
    return tab;
  };
  return {
    async getState() {
      return unwrap(await send('background', 'tab/state', { tabId: known() }));
    },
    onChange(listener) {
      // Asked for again and again, since the background may be stopped at any time and forget who listens.
      const timer = setInterval(listener, POLL_MS);
      return () => clearInterval(timer);
    },
    async rescan() {
      unwrap(await send('background', 'tab/rescan', { tabId: known() }));
    },
    async highlight(advertId, spans) {
      const { shown } = unwrap(await sendToTab(known(), 'content/highlight', { advertId, spans: [...spans] }));
      return shown;
    },
    async clearHighlight() {
      unwrap(await sendToTab(known(), 'content/clear-highlight', null));
    },
  };
}
