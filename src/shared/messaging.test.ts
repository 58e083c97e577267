import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EngineError } from '../engine/types.ts';
import { MessageError } from './failure.ts';
import type { Receiver } from './messages.ts';
import { type Handlers, listen, type Parsers, type Sender, send, sendToTab } from './messaging.ts';

const fake = await vi.hoisted(async () => (await import('./testing/fake-browser.ts')).fakeBrowser());
vi.mock('./browser.ts', () => ({ browser: fake.browser }));

const OWN_PAGE = { id: 'joblantern', url: `${fake.BASE}src/popup/index.html` };
const WEB_PAGE = { id: 'joblantern', url: 'https://board.example/jobs', tab: { id: 7 }, frameId: 0 };
const stops: (() => void)[] = [];
function hear<R extends Receiver>(to: R, handlers: Handlers<R>, parsers?: Parsers<R>): void {
  stops.push(listen(to, handlers, parsers));
}

beforeEach(() => {
  for (const stop of stops.splice(0)) stop();
  fake.state.sender = OWN_PAGE;
});

describe('send and listen', () => {
  it('brings the answer of the receiver back', async () => {
    hear('background', { 'tab/state': ({ tabId }) => ({ kind: 'nothing' as const, url: `tab ${tabId}` }) });
    expect(await send('background', 'tab/state', { tabId: 3 })).toEqual({
      ok: true,
      value: { kind: 'nothing', url: 'tab 3' },
    });
  });

  it('lets only the receiver that was named answer', async () => {
    const deaf = vi.fn(() => null);
    hear('engine', { 'engine/abort': deaf });
    hear('background', { 'tab/rescan': () => null });
    expect(await send('background', 'tab/rescan', { tabId: 1 })).toEqual({ ok: true, value: null });
    expect(deaf).not.toHaveBeenCalled();
  });

  it('is deaf to other extensions', async () => {
    const handler = vi.fn(() => null);
    hear('background', { 'tab/rescan': handler });
    fake.state.sender = { ...OWN_PAGE, id: 'another' };
    expect(await send('background', 'tab/rescan', { tabId: 1 })).toMatchObject({ ok: false });
    expect(handler).not.toHaveBeenCalled();
  });

  it.each([
    [new EngineError('model-damaged', 'wrong sum'), { code: 'model-damaged', message: 'wrong sum' }],
    [new MessageError('no-page', 'closed'), { code: 'no-page', message: 'closed' }],
    [new Error('surprise'), { code: 'internal', message: 'surprise' }],
  ])('carries %s across as a value', async (thrown, error) => {
    hear('background', { 'tab/rescan': () => Promise.reject(thrown) });
    expect(await send('background', 'tab/rescan', { tabId: 1 })).toEqual({ ok: false, error });
  });

  it('reports that nobody is there', async () => {
    expect(await send('engine', 'engine/abort', { advertId: 'a' })).toMatchObject({
      ok: false,
      error: { code: 'internal' },
    });
    expect(await sendToTab(7, 'content/ping', null)).toMatchObject({ ok: false, error: { code: 'no-page' } });
  });

  it('addresses the top frame of a tab', async () => {
    hear('content', { 'content/ping': () => ({ url: 'https://board.example/' }) });
    expect(await sendToTab(7, 'content/ping', null)).toEqual({ ok: true, value: { url: 'https://board.example/' } });
    expect(fake.browser.tabs.sendMessage).toHaveBeenLastCalledWith(7, expect.anything(), { frameId: 0 });
  });

  it('refuses a request of the wrong shape before the handler sees it', async () => {
    const handler = vi.fn(() => null);
    hear('background', { 'tab/rescan': handler }, { 'tab/rescan': v.strictObject({ tabId: v.number() }) });
    const wrong = { tabId: 'one' } as unknown as { tabId: number };
    expect(await send('background', 'tab/rescan', wrong)).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(handler).not.toHaveBeenCalled();
  });

  it('knows no message by an inherited name', async () => {
    hear('background', {});
    const inherited = 'toString' as 'tab/rescan';
    expect(await send('background', inherited, { tabId: 1 })).toMatchObject({ ok: false });
  });

  it('tells a page of the extension from a web page, and from which tab', async () => {
    const seen: Sender[] = [];
    hear('background', {
      'tab/rescan': (_, sender) => {
        seen.push(sender);
        return null;
      },
    });
    await send('background', 'tab/rescan', { tabId: 1 });
    fake.state.sender = WEB_PAGE;
    await send('background', 'tab/rescan', { tabId: 1 });
    fake.state.sender = { ...OWN_PAGE, tab: { id: 9 } };
    await send('background', 'tab/rescan', { tabId: 1 });
    expect(seen).toEqual([
      { tabId: null, frameId: 0, trusted: true },
      { tabId: 7, frameId: 0, trusted: false },
      { tabId: 9, frameId: 0, trusted: true },
    ]);
  });
});
