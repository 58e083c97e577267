import type { Browser, Page } from 'puppeteer-core';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import { startWeb, type Web } from './proxy.ts';
import type { BackgroundRule, TrafficEntry } from './traffic.ts';

export type BrowserName = 'chromium' | 'firefox';

/** The popup as the browser opened it on a click of the toolbar button. */
export interface ToolbarPopup {
  /** Text the reader sees. */
  text(): Promise<string>;
  /** Presses a button by its name. */
  press(button: string): Promise<void>;
  close(): Promise<void>;
}

/** What each browser does in its own way; the rest of a session is the same in both. */
export interface Driver {
  readonly browser: Browser;
  /** Base address of the extension's own pages, with a slash at the end. */
  readonly base: string;
  readonly background: readonly BackgroundRule[];
  clickToolbarButton(page: Page): Promise<ToolbarPopup>;
}

/** A browser with the extension in it and a small web of our own around it. */
export interface Session {
  readonly name: BrowserName;
  readonly web: Web;
  readonly browser: Browser;
  newPage(): Promise<Page>;
  /** Serves `html` at `url` and opens it in a new tab, as a reader would. */
  open(url: string, html: string): Promise<Page>;
  /** Serves `html` at `url` and opens it in this tab. */
  visit(page: Page, url: string, html: string): Promise<void>;
  /** One of the extension's own pages, such as `src/popup/index.html?tab=1`, in a new tab. */
  extensionPage(path: string): Promise<Page>;
  /** Id of the tab as the extension knows it. */
  tabId(page: Page): number;
  /** The popup of `page`, opened in a tab of its own. */
  popupFor(page: Page): Promise<Page>;
  /** Clicks the extension's real button in the browser's toolbar while `page` is in front. */
  clickToolbarButton(page: Page): Promise<ToolbarPopup>;
  /** Text on the toolbar badge while `page` is in front. */
  badge(page: Page): Promise<string>;
  /** Sends a message as the extension's own pages do, and gives the answer. */
  ask(to: string, type: string, request: object): Promise<unknown>;
  /** Closes the tabs that the harness needs for itself; after this no page can be opened any more. */
  closeOwnTabs(): Promise<void>;
  /** Traffic that no page and no reader accounts for. */
  unexplained(): readonly TrafficEntry[];
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** Folder of the unpacked extension. */
  readonly extension: string;
  readonly headless?: boolean;
}

/** Starts the proxy, the browser and the extension. The caller closes the session. */
export async function launch(name: BrowserName, options: LaunchOptions): Promise<Session> {
  const web = await startWeb();
  const driver = await (name === 'chromium' ? launchChromium : launchFirefox)(web.port, options).catch(
    async (error) => {
      await web.close();
      throw error;
    },
  );
  const { browser } = driver;
  const tabs = new WeakMap<Page, number>();
  // Any file of the extension gives a page with its API; this one runs no script of ours.
  const helper = await browser.newPage();
  await openExtensionPage(helper, `${driver.base}manifest.json`);

  const tabIds = () => helper.evaluate(async () => (await chrome.tabs.query({})).map((tab) => tab.id ?? -1));
  const newPage = async () => {
    const before = new Set(await tabIds());
    const page = await browser.newPage();
    const [id] = (await tabIds()).filter((tab) => !before.has(tab));
    if (id !== undefined) tabs.set(page, id);
    return page;
  };
  const visit = async (page: Page, url: string, html: string) => {
    web.serve(url, html);
    web.traffic.expect(url);
    await page.goto(url);
  };
  const tabId = (page: Page) => {
    const id = tabs.get(page);
    if (id === undefined) throw new Error('this page was not opened by the session');
    return id;
  };
  const extensionPage = async (path: string) => {
    const page = await newPage();
    await openExtensionPage(page, driver.base + path);
    return page;
  };
  return {
    name,
    web,
    browser,
    newPage,
    visit,
    open: async (url, html) => {
      const page = await newPage();
      await visit(page, url, html);
      return page;
    },
    extensionPage,
    tabId,
    popupFor: (page) => extensionPage(`src/popup/index.html?tab=${tabId(page)}`),
    clickToolbarButton: async (page) => {
      await page.bringToFront();
      return driver.clickToolbarButton(page);
    },
    badge: (page) => helper.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tabId(page)),
    ask: (to, type, request) =>
      helper.evaluate((envelope) => chrome.runtime.sendMessage(envelope) as Promise<unknown>, { to, type, request }),
    closeOwnTabs: async () => {
      const pages = await browser.pages();
      await Promise.all(pages.filter((page) => !tabs.has(page)).map((page) => page.close()));
    },
    unexplained: () => web.traffic.unexplained(driver.background),
    close: async () => {
      await browser.close();
      await web.close();
    },
  };
}

/** Firefox reports no load of a `moz-extension:` page to BiDi, so wait for the document itself. */
async function openExtensionPage(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: [] });
  await page.waitForFunction(
    (expected) =>
      location.href.startsWith(expected) && document.readyState === 'complete' && Boolean(chrome.runtime?.id),
    { timeout: 60_000 },
    url,
  );
}
