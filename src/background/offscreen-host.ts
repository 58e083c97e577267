import { hasOffscreenDocument } from '../shared/browser.ts';
import { toFailure } from '../shared/failure.ts';
import { send } from '../shared/messaging.ts';
import type { EngineHost } from './engine-host.ts';

const PAGE = 'src/offscreen/index.html';

/**
 * Chrome's engine host. One offscreen document exists per profile and `createDocument` races, so one promise is shared.
 * The document closes itself after idle minutes: this service worker does not live that long.
 */
export function createOffscreenHost(api: Pick<typeof chrome.offscreen, 'createDocument'>): EngineHost {
  let opening: Promise<void> | null = null;

  const open = async (): Promise<void> => {
    if (await hasOffscreenDocument(PAGE)) return;
    await api.createDocument({
      url: PAGE,
      reasons: ['WORKERS' as chrome.offscreen.Reason],
      justification: 'Runs the model that reads job adverts on the device',
    });
  };

  const opened = (): Promise<void> => {
    opening ??= open().finally(() => {
      opening = null;
    });
    return opening;
  };

  return {
    async score(advert) {
      try {
        await opened();
        const result = await send('engine', 'engine/score', { advert });
        // The document may have closed itself between the look and the message: open it again, once.
        if (result.ok || result.error.code !== 'internal') return result;
        await opened();
        return await send('engine', 'engine/score', { advert });
      } catch (error) {
        return { ok: false, error: toFailure(error) };
      }
    },
    abort(advertId) {
      void hasOffscreenDocument(PAGE)
        .then((exists) => (exists ? send('engine', 'engine/abort', { advertId }) : null))
        .catch(() => {});
    },
  };
}
