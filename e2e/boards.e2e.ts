import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { BOARDS } from '../src/adverts/boards/index.ts';
import { matchesPattern } from '../src/adverts/match-pattern.ts';
import { STATIC_BOARDS } from '../src/manifest.ts';
import type { Result, TabState } from '../src/shared/messages.ts';
import { allFixtures } from './harness/fixtures.ts';
import { eventually } from './harness/patience.ts';
import type { Session } from './harness/session.ts';
import { BROWSERS, useSession } from './harness/use-session.ts';

const isReadByItself = (url: string) =>
  BOARDS.some(({ id, matches }) => STATIC_BOARDS.includes(id) && matches.some((m) => matchesPattern(m, new URL(url))));

async function readOnClick(session: Session, page: Page): Promise<void> {
  const popup = await session.clickToolbarButton(page);
  await eventually(async () => expect(await popup.text()).toContain('Read this page'));
  await popup.press('Read this page');
  await eventually(async () => expect(await popup.text()).not.toContain('This site is not read automatically'));
  await popup.close();
}

/** The same pages that the unit tests read in jsdom, here in a real browser under the boards' real addresses. */
describe.each(BROWSERS)('%s: every fixture page under its own address', (name) => {
  const session = useSession(name);
  let page: Page | undefined;

  it.each(allFixtures())('$name: the same adverts as expected.json', async ({ url, html, adverts }) => {
    page ??= await session().newPage();
    await page.bringToFront();
    await session().visit(page, url, html);
    if (!isReadByItself(url)) await readOnClick(session(), page);
    const request = { tabId: session().tabId(page) };
    const found = async () => {
      const state = (await session().ask('background', 'tab/state', request)) as Result<TabState>;
      if (!state.ok) throw new Error(state.error.message);
      return state.value.kind === 'adverts' ? state.value.adverts : [];
    };
    const wanted = adverts.map(({ role, title, company }) => [role, title, company]);
    await eventually(async () => {
      expect((await found()).map(({ role, advert }) => [role, advert.title, advert.company])).toEqual(wanted);
    });
  });
});
