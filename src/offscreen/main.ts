/** Chrome's host page of the engine worker: a service worker cannot start workers. */
import { MessageError } from '../shared/failure.ts';
import { listen } from '../shared/messaging.ts';
import { createClient } from './client.ts';
import { startWorker } from './start-worker.ts';

// Closing the page is what gives the memory back; the background opens it again at the next advert.
const client = createClient(startWorker, { onIdle: () => window.close() });

listen('engine', {
  async 'engine/score'({ advert }) {
    const result = await client.score(advert);
    if (result.ok) return result.value;
    throw new MessageError(result.error.code, result.error.message);
  },
  'engine/abort'({ advertId }) {
    client.abort(advertId);
    return null;
  },
});
