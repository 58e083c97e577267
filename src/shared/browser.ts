/**
 * The only seam to the extension API: every other file takes it from here, so that one mock serves all tests
 * and the list of used APIs can be read in one place.
 */
import browser from 'webextension-polyfill';

export type { Menus, Runtime, Storage, Tabs } from 'webextension-polyfill';
export { browser };

/** Chrome's offscreen documents, which the polyfill does not know. Undefined in Firefox, and in an offscreen document itself. */
export const offscreen: typeof chrome.offscreen | undefined = globalThis.chrome?.offscreen;

/** Whether an offscreen document with this address is open. Chrome only. */
export async function hasOffscreenDocument(path: string): Promise<boolean> {
  const contexts = await chrome.runtime.getContexts({
    contextTypes: ['OFFSCREEN_DOCUMENT' as chrome.runtime.ContextType],
    documentUrls: [browser.runtime.getURL(path)],
  });
  return contexts.length > 0;
}
