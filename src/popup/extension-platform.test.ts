import { beforeEach, describe, expect, test, vi } from 'vitest';
import { extensionPlatform, tabOfPopup } from './extension-platform.ts';

const { query, send, sendToTab } = vi.hoisted(() => ({ query: vi.fn(), send: vi.fn(), sendToTab: vi.fn() }));
vi.mock('../shared/browser.ts', () => ({ browser: { tabs: { query } } }));
vi.mock('../shared/messaging.ts', () => ({ send, sendToTab }));

beforeEach(() => {
  vi.resetAllMocks();
});

describe('the tab of the popup', () => {
  test('is the active one', async () => {
    query.mockResolvedValue([{ id: 7 }]);
    await expect(tabOfPopup('')).resolves.toBe(7);
  });

  test('is the one of the address, where that is a number', async () => {
    query.mockResolvedValue([{ id: 7 }]);
    await expect(tabOfPopup('?tab=12')).resolves.toBe(12);
    await expect(tabOfPopup('?tab=12x')).resolves.toBe(7);
  });

  test('may be missing', async () => {
    query.mockResolvedValue([]);
    await expect(tabOfPopup('')).resolves.toBeNull();
    await expect(extensionPlatform(null).getState()).rejects.toMatchObject({ failure: { code: 'no-page' } });
  });
});

describe('the platform of the extension', () => {
  const spans = [{ start: 0, end: 3, text: 'Pay' }];

  test('asks the background for the tab', async () => {
    send.mockResolvedValue({ ok: true, value: { kind: 'nothing', url: 'https://a.example/' } });
    await expect(extensionPlatform(3).getState()).resolves.toEqual({ kind: 'nothing', url: 'https://a.example/' });
    expect(send).toHaveBeenCalledWith('background', 'tab/state', { tabId: 3 });
  });

  test('asks for a rescan within the click, before anything is awaited', () => {
    send.mockResolvedValue({ ok: true, value: null });
    void extensionPlatform(3).rescan();
    expect(send).toHaveBeenCalledWith('background', 'tab/rescan', { tabId: 3 });
  });

  test('speaks of words with the page', async () => {
    sendToTab.mockResolvedValueOnce({ ok: true, value: { shown: 2 } }).mockResolvedValueOnce({ ok: true, value: null });
    await expect(extensionPlatform(3).highlight('a', spans)).resolves.toBe(2);
    await extensionPlatform(3).clearHighlight();
    expect(sendToTab.mock.calls).toEqual([
      [3, 'content/highlight', { advertId: 'a', spans }],
      [3, 'content/clear-highlight', null],
    ]);
  });

  test('a failure keeps its code', async () => {
    send.mockResolvedValue({ ok: false, error: { code: 'no-page', message: 'gone' } });
    await expect(extensionPlatform(3).rescan()).rejects.toMatchObject({ failure: { code: 'no-page' } });
  });

  test('tells of changes until it is told to stop', () => {
    vi.useFakeTimers();
    const listener = vi.fn();
    const stop = extensionPlatform(3).onChange(listener);
    vi.advanceTimersByTime(1100);
    stop();
    vi.advanceTimersByTime(2000);
    expect(listener).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });
});
