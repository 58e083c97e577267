import puppeteer, { type LaunchOptions as BrowserOptions, type Page, type Target } from 'puppeteer-core';
import { findBrowser } from '../../scripts/lib/find-browser.mjs';
import { byRole } from './roles.ts';
import type { Driver, LaunchOptions } from './session.ts';
import type { BackgroundRule } from './traffic.ts';

/** What no flag stops. `background-traffic.e2e.ts` shows that Chromium asks for these without any extension. */
export const CHROMIUM_BACKGROUND: readonly BackgroundRule[] = [
  {
    host: 'accounts.google.com',
    path: '/ListAccounts',
    reason: 'Chromium asks which Google accounts are signed in, with a body of one space, also without an extension.',
  },
  {
    host: 'update.googleapis.com',
    path: '/service/update2/json',
    reason:
      'Chromium asks once, at its start, for a component of its own; the body names the component and no extension.',
  },
];

/** Flags that silence the browser itself, and send every byte of the session through the proxy. */
const flags = (port: number): string[] => [
  `--proxy-server=http://127.0.0.1:${port}`,
  // Loopback addresses go through the proxy as well, and no name is looked up past it.
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-quic',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--no-default-browser-check',
  '--no-pings',
  '--disable-gpu',
  '--disable-features=OptimizationGuideModelDownloading,OptimizationHintsFetching,AutofillServerCommunication,CertificateTransparencyComponentUpdater,NetworkTimeServiceQuerying,HttpsUpgrades,InterestFeedContentSuggestions',
  // The sandbox needs an ordinary user; nobody but a container runs this as root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** How Chromium is started, with or without the extension. */
export function chromiumOptions(port: number, headless = true): BrowserOptions {
  const executablePath = findBrowser('chromium');
  if (!executablePath)
    throw new Error('No Chromium found: install it, or name it in the environment variable CHROMIUM.');
  return {
    executablePath,
    headless,
    ...(headless ? {} : { defaultViewport: null }),
    // The toolbar button can be clicked over a pipe alone: a port would let any local program do it.
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    args: flags(port),
  };
}

export async function launchChromium(port: number, options: LaunchOptions): Promise<Driver> {
  const browser = await puppeteer.launch(chromiumOptions(port, options.headless));
  const id = await browser.installExtension(options.extension);
  const extension = (await browser.extensions()).get(id);
  if (!extension) throw new Error(`Chromium did not load the extension in ${options.extension}`);
  const base = `chrome-extension://${id}/`;

  let popup: Page | undefined;
  return {
    browser,
    base,
    background: CHROMIUM_BACKGROUND,
    clickToolbarButton: async (page: Page) => {
      if (popup?.isClosed() === false) await popup.close();
      const known = new Set(browser.targets());
      const isPopup = (target: Target) => !known.has(target) && target.url().startsWith(`${base}src/popup/`);
      const opened = browser.waitForTarget(isPopup, { timeout: 60_000 });
      await page.triggerExtensionAction(extension);
      popup = await (await opened).asPage();
      const shown = popup;
      return {
        // biome-ignore lint/performance/useDomNodeTextContent: what the reader sees, hidden parts left out
        text: () => shown.evaluate(() => document.body.innerText),
        press: async (button) => (await byRole(shown, 'button', button)).click(),
        close: () => shown.close(),
      };
    },
  };
}
