import { describe, expect, test, vi } from 'vitest';
import type { TabState } from '../shared/messages.ts';
import { createPopup, type Popup } from './controller.ts';
import { mockPlatform } from './mock-platform.ts';
import { MOCKS, type Mock } from './mocks.ts';
import { viewKey } from './view.ts';

const settle = () => new Promise((done) => setTimeout(done));

async function started(first: Mock, afterRescan?: Mock) {
  const platform = mockPlatform(first, afterRescan);
  const popup = createPopup(platform);
  const stop = popup.start();
  await settle();
  return { platform, popup, stop };
}
const keyOf = (popup: Popup) => viewKey(popup.view.value);

function firstReason(popup: Popup) {
  const view = popup.view.value;
  const reason = view.kind === 'advert' && view.outcome.kind === 'scored' ? view.outcome.verdict.reasons[0] : undefined;
  if (view.kind !== 'advert' || reason === undefined) throw new Error('no reason is shown');
  return { id: view.advert.id, reason };
}

describe('the popup', () => {
  test('follows the page until it is told to stop', async () => {
    const { platform, popup, stop } = await started(MOCKS.scanning);
    expect(keyOf(popup)).toBe('list');
    platform.become(MOCKS.strong);
    await settle();
    expect(keyOf(popup)).toBe('advert typist');
    stop();
    platform.become(MOCKS.none);
    await settle();
    expect(keyOf(popup)).toBe('advert typist');
  });

  test('is not drawn again while nothing changes', async () => {
    const { platform, popup } = await started(MOCKS.strong);
    const drawn = vi.fn();
    popup.view.subscribe(drawn);
    platform.become(structuredClone(MOCKS.strong));
    await settle();
    expect(drawn).toHaveBeenCalledTimes(1);
  });

  test('asks once at a time, so that a late answer never replaces a newer one', async () => {
    const answers: ((state: TabState) => void)[] = [];
    const platform = mockPlatform(MOCKS.nothing);
    platform.getState = () => new Promise((resolve) => answers.push(resolve));
    const popup = createPopup(platform);
    popup.start();
    platform.become(MOCKS.strong);
    platform.become(MOCKS.none);
    expect(answers).toHaveLength(1);
    answers[0]?.(MOCKS.strong.state);
    await settle();
    expect(answers).toHaveLength(2);
    answers[1]?.(MOCKS.none.state);
    await settle();
    expect(keyOf(popup)).toBe('advert baker');
  });

  test('opens an advert of the list and goes back', async () => {
    const { popup } = await started(MOCKS.list);
    popup.openAdvert('hostess');
    expect(keyOf(popup)).toBe('advert hostess');
    popup.openList();
    expect(keyOf(popup)).toBe('list');
  });

  test('leaves the chosen advert when the page opens another one', async () => {
    const { platform, popup } = await started(MOCKS.list);
    popup.openAdvert('hostess');
    platform.become(MOCKS['list-open-advert']);
    await settle();
    expect(keyOf(popup)).toBe('advert typist');
  });
});

describe('reading a page on request', () => {
  test('asks before anything else, then shows what came of it', async () => {
    const { platform, popup } = await started(MOCKS['no-access'], MOCKS.strong);
    const done = popup.rescan();
    expect(platform.calls).toEqual([['rescan']]);
    await done;
    expect(keyOf(popup)).toBe('advert typist');
    expect(popup.refused.value).toBe(false);
  });

  test('says when it was refused', async () => {
    const { platform, popup } = await started(MOCKS['no-access']);
    platform.rescan = () => Promise.reject(new Error('no'));
    await popup.rescan();
    expect(popup.refused.value).toBe(true);
  });
});

describe('the words of a reason', () => {
  test('are shown and hidden', async () => {
    const { platform, popup } = await started(MOCKS.strong);
    const { id, reason } = firstReason(popup);
    await popup.showWords(id, reason);
    expect(popup.highlighted.value).toEqual({ advertId: 'typist', trait: reason.trait, found: true });
    await popup.hideWords();
    expect(popup.highlighted.value).toBeNull();
    expect(platform.calls).toEqual([['highlight', 'typist', reason.spans], ['clearHighlight']]);
  });

  test.each(['found nowhere', 'on a page that has gone'])('may be %s', async (which) => {
    const { platform, popup } = await started(MOCKS.strong);
    platform.places = 0;
    if (which !== 'found nowhere') platform.highlight = () => Promise.reject(new Error('gone'));
    const { id, reason } = firstReason(popup);
    await popup.showWords(id, reason);
    expect(popup.highlighted.value?.found).toBe(false);
  });

  test('are hidden when another advert is looked at', async () => {
    const { platform, popup } = await started(MOCKS['list-open-advert']);
    const { id, reason } = firstReason(popup);
    await popup.showWords(id, reason);
    popup.openList();
    expect(popup.highlighted.value).toBeNull();
    expect(platform.calls.at(-1)).toEqual(['clearHighlight']);
  });
});
