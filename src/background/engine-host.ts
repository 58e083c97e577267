import type { JobAdvert } from '../adverts/types.ts';
import type { Verdict } from '../engine/types.ts';
import { createClient } from '../offscreen/client.ts';
import { startWorker } from '../offscreen/start-worker.ts';
import { offscreen } from '../shared/browser.ts';
import type { Result } from '../shared/messages.ts';
import { createOffscreenHost } from './offscreen-host.ts';

/** Where adverts are scored; neither method rejects. */
export interface EngineHost {
  score(advert: JobAdvert): Promise<Result<Verdict>>;
  abort(advertId: string): void;
}

/** Chrome: a worker of the offscreen document. Firefox: a worker of this event page. */
export function createEngineHost(): EngineHost {
  return offscreen ? createOffscreenHost(offscreen) : createClient(startWorker);
}
