import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { ElementHandle, Page } from 'puppeteer-core';
import { PATIENCE } from './patience.ts';

const require = createRequire(import.meta.url);
const script = async (file: string) => readFile(require.resolve(file), 'utf8');
const LIBRARY = script('@testing-library/dom/dist/@testing-library/dom.umd.min.js');
const AXE = script('axe-core/axe.min.js');

interface InPage {
  TestingLibraryDom?: {
    queryAllByRole(root: Element, role: string, options: { name?: string | RegExp }): HTMLElement[];
  };
  axe?: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> };
}

/** Puts a library into a page of the extension. Evaluated by the debugger, which the page's CSP does not bind. */
async function provide(page: Page, name: keyof InPage, source: Promise<string>): Promise<void> {
  const known = await page.evaluate((key) => key in globalThis, name);
  if (!known) await page.evaluate(await source);
}

/** Elements that a screen reader would announce with this role, and this name where given. */
export async function allByRole(
  page: Page,
  role: string,
  name?: string | RegExp,
): Promise<ElementHandle<HTMLElement>[]> {
  await provide(page, 'TestingLibraryDom', LIBRARY);
  const pattern = name instanceof RegExp ? [name.source, name.flags] : null;
  const list = await page.evaluateHandle(
    (wanted, exact, regular) => {
      const library = (globalThis as unknown as InPage).TestingLibraryDom;
      const options = regular ? { name: new RegExp(regular[0] ?? '', regular[1]) } : exact ? { name: exact } : {};
      return library?.queryAllByRole(document.body, wanted, options) ?? [];
    },
    role,
    typeof name === 'string' ? name : null,
    pattern,
  );
  const handles: ElementHandle<HTMLElement>[] = [];
  for (const property of (await list.getProperties()).values()) {
    const element = property.asElement();
    if (element) handles.push(element as ElementHandle<HTMLElement>);
  }
  return handles;
}

/** Waits until there is one. */
export async function byRole(page: Page, role: string, name?: string | RegExp, timeout = PATIENCE) {
  const end = Date.now() + timeout;
  for (;;) {
    const [first] = await allByRole(page, role, name);
    if (first) return first;
    if (Date.now() > end) {
      const text = await page.evaluate(() => document.body.textContent);
      throw new Error(`no ${role} named ${name ?? 'anything'} within ${timeout} ms; the page says: ${text}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export const textOf = (element: ElementHandle): Promise<string> =>
  element.evaluate((node) => (node.textContent ?? '').replace(/\s+/g, ' ').trim());

export async function textsByRole(page: Page, role: string, name?: string | RegExp): Promise<string[]> {
  return Promise.all((await allByRole(page, role, name)).map(textOf));
}

/** What axe-core finds wrong in the page as it stands, one line a finding. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await provide(page, 'axe', AXE);
  const violations = await page.evaluate(async () => (await (globalThis as unknown as InPage).axe?.run())?.violations);
  if (!violations) throw new Error('axe-core did not run');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
