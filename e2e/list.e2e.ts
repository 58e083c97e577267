import { describe, expect, it } from 'vitest';
import { HONEST, LURE } from './adverts.ts';
import { foreignElements } from './harness/page-traces.ts';
import { eventually } from './harness/patience.ts';
import { Popup } from './harness/popup.ts';
import { accessibilityProblems } from './harness/roles.ts';
import { picturePopup } from './harness/screenshots.ts';
import { BROWSERS, useSession } from './harness/use-session.ts';
import { seekList } from './pages.ts';

describe.each(BROWSERS)('%s: a lure and an honest advert on one list page', (name) => {
  const session = useSession(name);
  const html = seekList([HONEST, LURE]);

  it('marks the lure alone: badge, popup and page agree', async () => {
    const page = await session().open('https://my.jobstreet.com/jobs?q=work', html);
    await eventually(async () => expect(await session().badge(page)).toBe('1'));

    const marked = await foreignElements(page, html);
    expect(marked).toEqual([LURE.title]);

    const popup = new Popup(await session().popupFor(page));
    expect(await popup.summary()).toContain('2 adverts: 1 marked');
    const rows = await popup.rows('marked');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain(LURE.title);
    expect([...(await popup.rows('unmarked')), ...(await popup.rows('unread'))].join()).toContain(HONEST.title);
    expect(await accessibilityProblems(popup.page)).toEqual([]);
    await picturePopup(popup.page, name, 'list');

    await popup.press(new RegExp(LURE.title));
    await popup.warning();
    expect(await popup.title()).toBe(LURE.title);
    await popup.press('Back to all adverts');
    await popup.press(new RegExp(HONEST.title));
    expect(await popup.title()).toBe(HONEST.title);
    expect(await popup.reasons()).not.toContain('Travel without a work visa');
    await popup.page.close();
  });
});
