/** The content script: runs by itself on the boards of the manifest, and on any other page after the reader's click. */
import { BOARDS } from '../adverts/boards/index.ts';
import { extractAdverts } from '../adverts/extract.ts';
import { browser } from '../shared/browser.ts';
import { listen, send } from '../shared/messaging.ts';
import { createHighlighter } from './highlight.ts';
import { createMarks } from './marks.ts';
import { JobPage } from './page.ts';

/** Where an earlier copy of this script waits to be relieved: after an update of the extension it is deaf. */
const PLACE = Symbol.for('joblantern.page');
const place = globalThis as { [PLACE]?: () => void };

const page = new JobPage({
  view: window,
  extract: () => extractAdverts({ document, url: new URL(location.href) }, BOARDS),
  announce: (announcement) => send('background', 'page/adverts', announcement),
  score: (id) => send('background', 'advert/score', { id }),
  hold,
  isLost: () => !browser.runtime?.id,
  marks: createMarks(),
  highlighter: createHighlighter(window),
});

/** Firefox's event page dies while its worker works, unless somebody keeps talking to it. */
function hold(): () => void {
  const port = browser.runtime.connect({ name: 'scoring' });
  const timer = setInterval(() => port.postMessage('waiting'), 10_000);
  const release = (): void => {
    clearInterval(timer);
    port.disconnect();
  };
  port.onDisconnect.addListener(() => clearInterval(timer));
  return release;
}

const unlisten = listen('content', {
  'content/ping': () => ({ url: location.href }),
  'content/rescan': async () => {
    await page.read(true);
    return null;
  },
  'content/highlight': ({ advertId, spans }) => ({ shown: page.highlight(advertId, spans) }),
  'content/clear-highlight': () => {
    page.clearHighlight();
    return null;
  },
});

place[PLACE]?.();
place[PLACE] = () => {
  page.stop();
  unlisten();
};
page.start();
