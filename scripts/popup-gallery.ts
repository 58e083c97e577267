/**
 * Draws every made-up state of the popup in Chromium, in light, dark, forced colours, from right to left and at twice the text size,
 * checks each with axe (contrast included) and for sideways scrolling, and writes a picture of each.
 * Usage: npx tsx scripts/popup-gallery.ts [FOLDER] [STATE…]
 */
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createServer } from 'vite';
import { MOCK_NAMES } from '../src/popup/mocks.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const [folder = join(ROOT, 'e2e/output/gallery'), ...only] = process.argv.slice(2);
const states = only.length > 0 ? MOCK_NAMES.filter((name) => only.includes(name)) : MOCK_NAMES;

const WIDTH = 360;

interface Look {
  readonly colorScheme: 'light' | 'dark';
  readonly forcedColors?: 'active';
  /** Text size in per cent of the browser's default. */
  readonly text?: number;
  readonly dir?: 'rtl';
}
const LOOKS: Readonly<Record<string, Look>> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
  large: { colorScheme: 'light', text: 200 },
  rtl: { colorScheme: 'light', dir: 'rtl' },
};

async function faultsOf(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: AXE });
  const results = (await page.evaluate('axe.run()')) as AxeResults;
  const faults = results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return sideways > 0 ? [...faults, `scrolls sideways by ${sideways} px`] : faults;
}

async function draw(browser: Browser, base: string, look: string, style: Look): Promise<string[]> {
  const { text, dir, ...media } = style;
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 600 }, deviceScaleFactor: 2, ...media });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  for (const state of states) {
    await page.goto(`${base}src/popup/gallery.html?state=${state}`);
    await page.locator('h1').waitFor();
    await page.evaluate(
      ([size, direction]) => {
        document.documentElement.style.fontSize = size;
        document.documentElement.dir = direction;
      },
      [`${text ?? 100}%`, dir ?? 'ltr'] as const,
    );
    for (const fault of await faultsOf(page)) faults.push(`${state} (${look}): ${fault}`);
    // As high as the popup: what sticks to its lower edge would else cover a part of the picture.
    const height = await page.evaluate(() => document.body.scrollHeight);
    await page.setViewportSize({ width: WIDTH, height });
    await page.screenshot({ path: join(folder, `${state}.${look}.png`) });
  }
  await page.close();
  return faults;
}

mkdirSync(folder, { recursive: true });
const server = await createServer({
  root: ROOT,
  configFile: false,
  logLevel: 'error',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { port: 0, host: '127.0.0.1', watch: null, hmr: false },
  optimizeDeps: { include: ['preact', 'preact/hooks', 'preact/jsx-dev-runtime', '@preact/signals'] },
});
await server.listen();
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
  const base = server.resolvedUrls?.local[0] ?? '';
  const faults: string[] = [];
  for (const [look, style] of Object.entries(LOOKS)) faults.push(...(await draw(browser, base, look, style)));
  for (const fault of faults) console.error(fault);
  console.log(`${states.length} states in ${Object.keys(LOOKS).length} looks, ${faults.length} faults: ${folder}`);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await browser.close();
  await server.close();
}
