import { browser } from '../shared/browser.ts';

/** Set by the build; false in every release build, where nothing of this file is left. */
declare const __DEV_RELOAD__: boolean | undefined;

if (typeof __DEV_RELOAD__ !== 'undefined' && __DEV_RELOAD__) {
  let seen: string | null = null;
  setInterval(async () => {
    // Any call of the API keeps the service worker awake.
    await browser.runtime.getPlatformInfo();
    const stamp = await fetch(browser.runtime.getURL('dev-stamp.txt'), { cache: 'no-store' }).then((r) => r.text());
    if (seen !== null && stamp !== seen) browser.runtime.reload();
    seen = stamp;
  }, 1000);
}
