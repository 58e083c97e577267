/** Opens the demo board in a browser with the extension. Started by `npm start`, which installs and builds first. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { distFor } from '../e2e/harness/dist.ts';
import { type BrowserName, launch, type Session } from '../e2e/harness/session.ts';
import { findBrowser } from '../scripts/lib/find-browser.mjs';
import { englishTranslator } from '../src/shared/i18n/languages.ts';
import type { Result, TabState } from '../src/shared/messages.ts';
import { DEMO_ADVERTS } from './adverts.ts';
import { boardPages, DEMO_URL } from './board.ts';
import { pause, until } from './patience.ts';
import { reportLines } from './report.ts';

const READ = englishTranslator.t('page.read');
const OUTPUT = fileURLToPath(new URL('../e2e/output/demo', import.meta.url));
const hasScreen =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

const wanted = process.argv[2];
const names: BrowserName[] = wanted === 'firefox' || wanted === 'chromium' ? [wanted] : ['chromium', 'firefox'];
const name = names.find((candidate) => findBrowser(candidate) !== null);
if (!name) {
  console.error(`No browser found (${names.join(', ')}). Install one, or name it in CHROMIUM or FIREFOX.`);
  process.exit(1);
}

const session = await launch(name, { extension: distFor(name), headless: !hasScreen });
try {
  await (hasScreen ? showWindow(session) : showReport(session));
} finally {
  await session.close();
}

async function openBoard({ web, open }: Session) {
  for (const [url, html] of boardPages()) web.serve(url, html);
  return open(DEMO_URL, boardPages().get(DEMO_URL) ?? '');
}

/** A window with the popup open over the board, until the reader closes it. */
async function showWindow(session: Session): Promise<void> {
  const page = await openBoard(session);
  await session.closeOwnTabs();
  const popup = await session.clickToolbarButton(page);
  await until('the popup', async () => (await popup.text()).includes(READ));
  await popup.press(READ);
  console.log(
    `${DEMO_URL} is open in ${name}, with the popup over it. JobLantern reads a page that is no job board it knows`,
  );
  console.log('only when asked: on other pages press its button in the toolbar, then "Read this page".');
  console.log('Close the window to end.');
  await new Promise<void>((resolve) => session.browser.once('disconnected', () => resolve()));
}

/** The same without a screen: verdicts in the terminal, pictures in a folder. */
async function showReport(session: Session): Promise<void> {
  const page = await openBoard(session);
  await page.setViewport({ width: 1100, height: 900, deviceScaleFactor: 1 });
  const toolbar = await session.clickToolbarButton(page);
  await until('the popup', async () => (await toolbar.text()).includes(READ));
  await toolbar.press(READ);

  const tabId = session.tabId(page);
  const state = () => session.ask('background', 'tab/state', { tabId }) as Promise<Result<TabState>>;
  const adverts = await until('the verdicts', async () => {
    const answer = await state();
    if (!answer.ok || answer.value.kind !== 'adverts') return null;
    const { adverts } = answer.value;
    return adverts.length === DEMO_ADVERTS.length && adverts.every(({ result }) => result.status !== 'waiting')
      ? adverts
      : null;
  });
  await toolbar.close();

  console.log(`\n${DEMO_URL}, read by JobLantern in ${name}:\n`);
  for (const advert of adverts) console.log(`${reportLines(advert).join('\n')}\n`);

  await mkdir(OUTPUT, { recursive: true });
  await page.screenshot({ path: path.join(OUTPUT, 'board.png'), fullPage: true });
  const popup = await session.popupFor(page);
  await pause(1_500);
  await picture(popup, 'popup-list.png');
  await popup.evaluate(() => document.querySelector<HTMLElement>('main li button')?.click());
  await pause(500);
  await picture(popup, 'popup-advert.png');
  console.log('There is no screen here, so the browser ran without one. With a screen, npm start opens a window.');
  console.log(`Pictures: ${path.relative(process.cwd(), OUTPUT)}/board.png, popup-list.png, popup-advert.png`);
}

/** The whole popup, as high as its content: a picture of the scrolled page would show its fixed footer in the middle. */
async function picture(popup: Page, file: string): Promise<void> {
  await popup.setViewport({ width: 360, height: 600, deviceScaleFactor: 2 });
  const content = await popup.evaluate(() => document.documentElement.scrollHeight);
  await popup.setViewport({ width: 360, height: content, deviceScaleFactor: 2 });
  await popup.screenshot({ path: path.join(OUTPUT, file) });
}
