/** Every event that wakes the background. All are registered at once: a woken service worker waits for none. */
import { browser } from '../shared/browser.ts';
import { listen, sendToTab } from '../shared/messaging.ts';
import { showBadge } from './badge.ts';
import { pageMessages } from './edge.ts';
import { createEngineHost } from './engine-host.ts';
import { readPage } from './inject.ts';
import { createRouter } from './router.ts';
import { createTabStore } from './tabs.ts';

async function pageUrl(tabId: number): Promise<string | null> {
  const reply = await sendToTab(tabId, 'content/ping', null);
  return reply.ok ? reply.value.url : null;
}

async function tabUrl(tabId: number): Promise<string | null> {
  try {
    return (await browser.tabs.get(tabId)).url ?? null;
  } catch {
    // The tab was closed while the popup asked.
    return null;
  }
}

const router = createRouter({
  store: createTabStore(browser.storage.session),
  engine: createEngineHost(),
  showBadge,
  readPage,
  pageUrl,
  tabUrl,
});

listen('background', router.handlers, pageMessages);

// An asker holds a port open, and speaks through it, for as long as it waits: that keeps this context alive.
browser.runtime.onConnect.addListener((port) => port.onMessage.addListener(() => {}));

browser.tabs.onRemoved.addListener((tabId) => void router.forget(tabId));
browser.tabs.onUpdated.addListener((tabId, { status }) => void (status && router.forgetIfLeft(tabId)));
