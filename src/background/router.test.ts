import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Verdict } from '../engine/types.ts';
import type { Request, Result, TabState } from '../shared/messages.ts';
import { createRouter } from './router.ts';
import { createTabStore } from './tabs.ts';
import { announcement, verdict } from './testing.ts';

vi.mock('../shared/browser.ts', () => ({ browser: {} }));

const PAGE = { tabId: 7, frameId: 0, trusted: false };
const POPUP = { tabId: null, frameId: 0, trusted: true };
const URL_OF_LIST = announcement().url;

function setUp() {
  const items = new Map<string, unknown>();
  const asked: { id: string; answer: (result: Result<Verdict>) => void }[] = [];
  const duties = {
    store: createTabStore({
      get: async (key) => (items.has(key) ? { [key]: items.get(key) } : {}),
      set: async (all) => Object.entries(all).forEach(([key, value]) => void items.set(key, value)),
      remove: async (key) => void items.delete(key),
    }),
    engine: {
      score: vi.fn(
        (advert: { id: string }) =>
          new Promise<Result<Verdict>>((answer) => void asked.push({ id: advert.id, answer })),
      ),
      abort: vi.fn(),
    },
    showBadge: vi.fn(async () => {}),
    readPage: vi.fn(async () => {}),
    pageUrl: vi.fn(async (): Promise<string | null> => URL_OF_LIST),
    tabUrl: vi.fn(async () => 'https://elsewhere.example/'),
  };
  const router = createRouter(duties);
  const { handlers } = router;
  return {
    ...duties,
    router,
    asked,
    announce: async (...ids: string[]) => handlers['page/adverts']?.(announcement(...ids), PAGE),
    score: async (id: string, sender = PAGE) => handlers['advert/score']?.({ id }, sender),
    state: async (sender = POPUP) => handlers['tab/state']?.({ tabId: 7 }, sender) as Promise<TabState>,
    rescan: async (request: Request<'background', 'tab/rescan'> = { tabId: 7 }, sender = POPUP) =>
      handlers['tab/rescan']?.(request, sender),
    until: async (count: number) => vi.waitFor(() => expect(asked).toHaveLength(count)),
  };
}

const statuses = (state: TabState) =>
  state.kind === 'adverts' ? state.adverts.map(({ result }) => result.status) : state.kind;

let set: ReturnType<typeof setUp>;
beforeEach(() => {
  set = setUp();
});

describe('the router', () => {
  it('gives the verdict to the page, the popup and the badge', async () => {
    await set.announce('a', 'b');
    const answer = set.score('a');
    await set.until(1);
    set.asked[0]?.answer({ ok: true, value: verdict('strong') });
    expect(await answer).toEqual(verdict('strong'));
    expect(statuses(await set.state())).toEqual(['scored', 'waiting']);
    expect(set.showBadge).toHaveBeenLastCalledWith(7, expect.objectContaining({ url: URL_OF_LIST }));
  });

  it('answers from what it knows without troubling the engine again', async () => {
    await set.announce('a');
    const answer = set.score('a');
    await set.until(1);
    set.asked[0]?.answer({ ok: true, value: verdict('none') });
    await answer;
    expect(await set.score('a')).toEqual(verdict('none'));
    expect(set.engine.score).toHaveBeenCalledTimes(1);
  });

  it('drops the result of an advert that left, and gives it up in the engine', async () => {
    await set.announce('old');
    const answer = set.score('old');
    await set.until(1);
    await set.announce('new');
    expect(set.engine.abort).toHaveBeenCalledExactlyOnceWith('old');
    set.asked[0]?.answer({ ok: true, value: verdict('strong') });
    await expect(answer).rejects.toMatchObject({ code: 'aborted' });
    expect(statuses(await set.state())).toEqual(['waiting']);
  });

  it('does not give up an advert that another tab still waits for', async () => {
    const other = { ...PAGE, tabId: 8 };
    await set.announce('same');
    await set.router.handlers['page/adverts']?.(announcement('same'), other);
    void set.score('same').catch(() => {});
    void set.score('same', other).catch(() => {});
    await set.until(2);
    await set.announce('new');
    expect(set.engine.abort).not.toHaveBeenCalled();
  });

  it.each(['model-missing', 'model-damaged', 'timeout'] as const)('fails every advert at %s', async (code) => {
    await set.announce('a', 'b', 'c');
    const answer = set.score('a');
    await set.until(1);
    set.asked[0]?.answer({ ok: false, error: { code, message: 'broken' } });
    await expect(answer).rejects.toMatchObject({ code });
    expect(statuses(await set.state())).toEqual(['failed', 'failed', 'failed']);
  });

  it('fails one advert alone where the others may be scored', async () => {
    await set.announce('a', 'b');
    const answer = set.score('a');
    await set.until(1);
    set.asked[0]?.answer({ ok: false, error: { code: 'runtime-failed', message: 'crash' } });
    await expect(answer).rejects.toMatchObject({ code: 'runtime-failed' });
    expect(statuses(await set.state())).toEqual(['failed', 'waiting']);
    await set.rescan();
    expect(statuses(await set.state())).toEqual(['waiting', 'waiting']);
    expect(set.readPage).toHaveBeenCalledWith(7);
  });

  it('tells a page without adverts from one without access', async () => {
    expect(await set.state()).toEqual({ kind: 'nothing', url: URL_OF_LIST });
    set.pageUrl.mockResolvedValue(null);
    expect(await set.state()).toEqual({ kind: 'no-access', url: 'https://elsewhere.example/' });
  });

  it('never shows the adverts of the address before', async () => {
    await set.announce('a');
    set.pageUrl.mockResolvedValue('https://board.example/another');
    expect(await set.state()).toEqual({ kind: 'nothing', url: 'https://board.example/another' });
  });

  it('forgets a tab that loads another page, and keeps one that changes its own address', async () => {
    await set.announce('a');
    await set.router.forgetIfLeft(7);
    expect(statuses(await set.state())).toEqual(['waiting']);
    set.pageUrl.mockResolvedValueOnce(null);
    await set.router.forgetIfLeft(7);
    expect(await set.state()).toMatchObject({ kind: 'nothing' });
    expect(set.showBadge).toHaveBeenLastCalledWith(7, null);
  });

  it('keeps what a new page said while the old one was being asked for', async () => {
    await set.announce('old');
    set.pageUrl.mockImplementationOnce(async () => {
      await set.announce('new');
      return null;
    });
    await set.router.forgetIfLeft(7);
    expect(statuses(await set.state())).toEqual(['waiting']);
  });

  it('refuses an advert that was not announced, and senders that have no business here', async () => {
    await expect(set.score('unknown')).rejects.toMatchObject({ code: 'aborted' });
    await expect(set.score('a', POPUP as never)).rejects.toMatchObject({ code: 'internal' });
    await expect(set.score('a', { ...PAGE, frameId: 3 })).rejects.toMatchObject({ code: 'internal' });
    await expect(set.state(PAGE as never)).rejects.toMatchObject({ code: 'internal' });
    await expect(set.rescan({ tabId: 7 }, PAGE as never)).rejects.toMatchObject({ code: 'internal' });
    expect(set.readPage).not.toHaveBeenCalled();
  });
});
