import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { BrowserName } from './session.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Width of the popup in CSS pixels. */
const WIDTH = 360;
/** A browser shows no popup higher than this. */
const MOST = 600;

export type Shot = 'warned' | 'list' | 'none' | 'failed';

/**
 * Pictures the popup at its real size, twice as fine, without empty space below. The pictures of the documentation change only
 * where the environment says SCREENSHOTS=1.
 */
export async function picturePopup(popup: Page, browser: BrowserName, shot: Shot): Promise<void> {
  const folder =
    process.env.SCREENSHOTS === '1' ? path.join(ROOT, 'docs', 'screenshots') : path.join(ROOT, 'e2e', 'output');
  await mkdir(folder, { recursive: true });
  await popup.bringToFront();
  await popup.setViewport({ width: WIDTH, height: MOST, deviceScaleFactor: 2 });
  const content = await popup.evaluate(() => document.documentElement.getBoundingClientRect().height);
  const height = Math.min(MOST, Math.ceil(content));
  await popup.setViewport({ width: WIDTH, height, deviceScaleFactor: 2 });
  await popup.screenshot({ path: path.join(folder, `${browser}-${shot}.png`) });
}
