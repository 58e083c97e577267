import { browser } from '../shared/browser.ts';
import { MessageError } from '../shared/failure.ts';
import { sendToTab } from '../shared/messaging.ts';

/**
 * Has a tab's page read again. Where no content script runs, one is put there on the strength of the reader's click (`activeTab`).
 * @throws MessageError `no-page` where the browser allows none, such as on its own pages.
 */
export async function readPage(tabId: number): Promise<void> {
  const present = await sendToTab(tabId, 'content/ping', null);
  if (!present.ok) {
    try {
      await browser.scripting.executeScript({ target: { tabId }, files: ['content.js'] });
    } catch (error) {
      throw new MessageError('no-page', error instanceof Error ? error.message : String(error));
    }
  }
  const read = await sendToTab(tabId, 'content/rescan', null);
  if (!read.ok) throw new MessageError(read.error.code, read.error.message);
}
