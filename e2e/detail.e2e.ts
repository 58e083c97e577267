import { describe, expect, it } from 'vitest';
import { HONEST, LURE } from './adverts.ts';
import { foreignElements, highlightedTexts } from './harness/page-traces.ts';
import { eventually } from './harness/patience.ts';
import { Popup, WARNED_HEADLINES } from './harness/popup.ts';
import { accessibilityProblems } from './harness/roles.ts';
import { picturePopup } from './harness/screenshots.ts';
import { BROWSERS, useSession } from './harness/use-session.ts';
import { seekDetail } from './pages.ts';

const plain = (text: string) => text.replace(/\s+/g, '');

describe.each(BROWSERS)('%s: the page of one advert', (name) => {
  const session = useSession(name);

  it('explains a warning with words of the advert, and shows them in the page on a click', async () => {
    const html = seekDetail(LURE);
    const page = await session().open(`https://www.seek.com.au/job/${LURE.id}`, html);
    await eventually(async () => expect(await session().badge(page)).toBe('1'));
    expect(await foreignElements(page, html)).toEqual([LURE.title]);

    const popup = new Popup(await session().popupFor(page));
    expect(WARNED_HEADLINES).toContain(await popup.warning());
    expect(await popup.title()).toBe(LURE.title);
    expect((await popup.reasons()).length).toBeGreaterThanOrEqual(2);
    const quotes = await popup.quotes();
    const words = plain([LURE.title, LURE.company, LURE.place, LURE.pay, ...LURE.lines].join(''));
    expect(quotes.length).toBeGreaterThanOrEqual(2);
    for (const quote of quotes) expect(words).toContain(plain(quote));
    expect(await accessibilityProblems(popup.page)).toEqual([]);
    await picturePopup(popup.page, name, 'warned');

    expect(await highlightedTexts(page)).toEqual([]);
    await popup.press('Show the words in the page');
    await eventually(async () => expect(await highlightedTexts(page)).not.toEqual([]));
    const shown = (await highlightedTexts(page)).map(plain);
    const quoted = (await popup.quotes()).map(plain);
    for (const text of shown) expect(quoted).toContain(text);
    expect(shown).toContain(quoted[0]);

    await popup.press('Hide the words in the page');
    await eventually(async () => expect(await highlightedTexts(page)).toEqual([]));
    await popup.page.close();
  });

  it('says of an honest advert that no sign was seen, and leaves the page alone', async () => {
    const html = seekDetail(HONEST);
    const page = await session().open(`https://www.seek.com.au/job/${HONEST.id}`, html);
    const popup = new Popup(await session().popupFor(page));
    await popup.heading('We saw no known warning signs');
    expect(await popup.title()).toBe(HONEST.title);
    expect(await popup.page.evaluate(() => document.body.textContent)).not.toMatch(/\bsafe\b/i);
    expect(await accessibilityProblems(popup.page)).toEqual([]);
    await picturePopup(popup.page, name, 'none');
    await popup.page.close();

    expect(await session().badge(page)).toBe('');
    expect(await foreignElements(page, html)).toEqual([]);
  });
});
