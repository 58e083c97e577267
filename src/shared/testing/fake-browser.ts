import { vi } from 'vitest';

type Listener = (message: unknown, sender: unknown) => Promise<unknown> | undefined;

const BASE = 'chrome-extension://joblantern/';

/** An extension API in memory: messages reach every listener, as they do in a browser, and cross as JSON. */
export function fakeBrowser() {
  const listeners = new Set<Listener>();
  const state = { sender: { id: 'joblantern', url: `${BASE}src/popup/index.html` } as Record<string, unknown> };

  const deliver = async (message: unknown): Promise<unknown> => {
    const wire = JSON.parse(JSON.stringify(message));
    const answers = [...listeners]
      .map((listener) => listener(wire, state.sender))
      .filter((answer) => answer !== undefined);
    if (answers.length === 0) throw new Error('Could not establish connection. Receiving end does not exist.');
    return JSON.parse(JSON.stringify(await Promise.race(answers)));
  };

  return {
    /** Who the next messages come from. */
    state,
    BASE,
    browser: {
      runtime: {
        id: 'joblantern',
        getURL: (path: string) => `${BASE}${path}`,
        sendMessage: vi.fn(deliver),
        onMessage: {
          addListener: (listener: Listener) => void listeners.add(listener),
          removeListener: (listener: Listener) => void listeners.delete(listener),
        },
      },
      tabs: { sendMessage: vi.fn((_tabId: number, message: unknown) => deliver(message)) },
      action: {
        setBadgeText: vi.fn(async () => {}),
        setBadgeBackgroundColor: vi.fn(async () => {}),
        setBadgeTextColor: vi.fn(async () => {}),
        setTitle: vi.fn(async () => {}),
      },
      scripting: { executeScript: vi.fn(async () => []) },
    },
  };
}
