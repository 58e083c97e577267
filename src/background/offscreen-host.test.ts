import { beforeEach, describe, expect, it, vi } from 'vitest';
import { listen } from '../shared/messaging.ts';
import { createOffscreenHost } from './offscreen-host.ts';
import { advert, verdict } from './testing.ts';

const fake = await vi.hoisted(async () => {
  const { fakeBrowser } = await import('../shared/testing/fake-browser.ts');
  return { ...fakeBrowser(), open: { stop: null as (() => void) | null } };
});
vi.mock('../shared/browser.ts', () => ({
  browser: fake.browser,
  hasOffscreenDocument: async () => fake.open.stop !== null,
}));

const score = vi.fn(() => verdict('none'));
const abort = vi.fn(() => null);
const createDocument = vi.fn(async () => {
  await new Promise((resolve) => setTimeout(resolve, 5));
  if (fake.open.stop) throw new Error('Only a single offscreen document may be created.');
  fake.open.stop = listen('engine', { 'engine/score': score, 'engine/abort': abort });
});
const close = () => {
  fake.open.stop?.();
  fake.open.stop = null;
};

beforeEach(() => {
  close();
  vi.clearAllMocks();
});

describe('createOffscreenHost', () => {
  it('opens one document however many adverts come at once', async () => {
    const host = createOffscreenHost({ createDocument });
    const results = await Promise.all(['a', 'b', 'c'].map((id) => host.score(advert(id))));
    expect(results).toEqual(Array(3).fill({ ok: true, value: verdict('none') }));
    expect(createDocument).toHaveBeenCalledOnce();
    expect(createDocument).toHaveBeenCalledWith(expect.objectContaining({ reasons: ['WORKERS'] }));
  });

  it('opens it again after it closed itself', async () => {
    const host = createOffscreenHost({ createDocument });
    await host.score(advert('a'));
    close();
    expect(await host.score(advert('b'))).toMatchObject({ ok: true });
    expect(createDocument).toHaveBeenCalledTimes(2);
  });

  it('asks once more where the document closed while it was being asked', async () => {
    const host = createOffscreenHost({ createDocument });
    await host.score(advert('a'));
    fake.browser.runtime.sendMessage.mockImplementationOnce(async () => {
      close();
      throw new Error('The message port closed before a response was received.');
    });
    expect(await host.score(advert('b'))).toMatchObject({ ok: true });
  });

  it('tells a document that cannot be opened as a failure, and tries again at the next advert', async () => {
    const host = createOffscreenHost({ createDocument });
    createDocument.mockRejectedValueOnce(new Error('no'));
    expect(await host.score(advert('a'))).toMatchObject({ ok: false, error: { message: 'no' } });
    expect(await host.score(advert('a'))).toMatchObject({ ok: true });
  });

  it('opens nothing only to give an advert up', async () => {
    const host = createOffscreenHost({ createDocument });
    host.abort('a');
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(createDocument).not.toHaveBeenCalled();
    await host.score(advert('a'));
    host.abort('a');
    await vi.waitFor(() => expect(abort).toHaveBeenCalledOnce());
  });
});
