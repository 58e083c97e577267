/** Renders the extension's icons from `scripts/icons/` with Chromium: `npx tsx scripts/make-icons.ts`. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const SIZES = [16, 32, 48, 128];
/** Up to this size in pixels the drawing with fewer parts is used: the rays and the ring would blur. */
const SMALL = 16;

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
  for (const size of SIZES) {
    const svg = readFileSync(at(`icons/${size <= SMALL ? 'lantern-small' : 'lantern'}.svg`), 'base64');
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<body style="margin:0"><img width="${size}" height="${size}" style="display:block" src="data:image/svg+xml;base64,${svg}">`,
    );
    await page.locator('img').evaluate((image) => (image as HTMLImageElement).decode());
    await page.screenshot({ path: at(`../public/icons/${size}.png`), omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
