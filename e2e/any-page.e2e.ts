import { describe, expect, it } from 'vitest';
import { LURE } from './adverts.ts';
import { highlightedTexts } from './harness/page-traces.ts';
import { eventually } from './harness/patience.ts';
import { Popup, WARNED_HEADLINES } from './harness/popup.ts';
import { accessibilityProblems } from './harness/roles.ts';
import { BROWSERS, useSession } from './harness/use-session.ts';
import { plainPage } from './pages.ts';

/**
 * The toolbar button is the browser's own in both: in Chromium pressed by `Extensions.triggerAction`, in Firefox by a click on the
 * element in the browser's window. So both grant `activeTab` as they would to a reader. What cannot be driven: in Firefox no mouse
 * reaches the panel, so a button in the popup is clicked by script; the keyboard shortcut and a context menu in neither.
 */
describe.each(BROWSERS)('%s: a page of no known board', (name) => {
  const session = useSession(name);
  const url = 'https://village.example/notices/7';

  it('is not touched before the reader asks', async () => {
    const page = await session().open(url, plainPage(LURE));
    const popup = new Popup(await session().popupFor(page));
    await popup.heading('This site is not read automatically');
    expect(await session().badge(page)).toBe('');
    expect(await accessibilityProblems(popup.page)).toEqual([]);

    // No button of the toolbar was pressed, so the browser has granted nothing: this is how it must fail.
    await popup.press('Read this page');
    await eventually(async () => {
      expect(await popup.page.evaluate(() => document.body.textContent)).toContain('The page could not be read');
    });
    await popup.page.close();
    await page.close();
  });

  it('is read on the toolbar button and a press on “Read this page”', async () => {
    const page = await session().open(url, plainPage(LURE));
    const popup = await session().clickToolbarButton(page);
    await eventually(async () => expect(await popup.text()).toContain('This site is not read automatically'));
    await popup.press('Read this page');
    await eventually(async () => {
      const text = await popup.text();
      expect(WARNED_HEADLINES.some((headline) => text.includes(headline))).toBe(true);
      expect(text).toContain(LURE.title);
    });
    expect(await session().badge(page)).toBe('1');
    expect(await highlightedTexts(page)).toEqual([]);
    await popup.press('Show the words in the page');
    await eventually(async () => expect(await highlightedTexts(page)).not.toEqual([]));
    await popup.close();
  });
});
