import { afterEach, describe, expect, it, vi } from 'vitest';
import { listen } from '../shared/messaging.ts';
import { readPage } from './inject.ts';

const fake = await vi.hoisted(async () => (await import('../shared/testing/fake-browser.ts')).fakeBrowser());
vi.mock('../shared/browser.ts', () => ({ browser: fake.browser }));

let stop = () => {};
const rescan = vi.fn(() => null);
const contentScript = () => {
  stop = listen('content', { 'content/ping': () => ({ url: 'https://board.example/' }), 'content/rescan': rescan });
};

afterEach(() => {
  stop();
  vi.clearAllMocks();
});

describe('readPage', () => {
  it('asks a content script that is there', async () => {
    contentScript();
    await readPage(7);
    expect(rescan).toHaveBeenCalledOnce();
    expect(fake.browser.scripting.executeScript).not.toHaveBeenCalled();
  });

  it('puts one into the page where there is none', async () => {
    fake.browser.scripting.executeScript.mockImplementationOnce(async () => {
      contentScript();
      return [];
    });
    await readPage(7);
    expect(fake.browser.scripting.executeScript).toHaveBeenCalledWith({ target: { tabId: 7 }, files: ['content.js'] });
    expect(rescan).toHaveBeenCalledOnce();
  });

  it('says so where the browser allows none', async () => {
    fake.browser.scripting.executeScript.mockRejectedValueOnce(new Error('Cannot access a chrome:// URL'));
    await expect(readPage(7)).rejects.toMatchObject({ code: 'no-page', message: 'Cannot access a chrome:// URL' });
  });
});
