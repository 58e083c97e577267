import { afterAll, describe, expect, it } from 'vitest';
import { LURE } from './adverts.ts';
import { brokenDist, type Damage } from './harness/dist.ts';
import { eventually } from './harness/patience.ts';
import { Popup } from './harness/popup.ts';
import { accessibilityProblems } from './harness/roles.ts';
import { picturePopup } from './harness/screenshots.ts';
import { BROWSERS, useSession } from './harness/use-session.ts';
import { seekDetail } from './pages.ts';

const CASES: { damage: Damage; code: string }[] = [
  { damage: 'missing', code: 'model-missing' },
  { damage: 'flipped-byte', code: 'model-damaged' },
];

describe.each(BROWSERS.flatMap((name) => CASES.map((one) => ({ name, ...one }))))(
  '$name: the model has a fault ($damage)',
  ({ name, damage, code }) => {
    let remove = async () => {};
    const session = useSession(name, async () => {
      const copy = await brokenDist(name, damage);
      remove = copy.remove;
      return copy.folder;
    });
    afterAll(() => remove());

    it('says that nothing was judged, and what to do', async () => {
      const page = await session().open(`https://www.seek.com.au/job/${LURE.id}`, seekDetail(LURE));
      await eventually(async () => expect(await session().badge(page)).toBe('!'));
      const popup = new Popup(await session().popupFor(page));
      await popup.heading('Adverts cannot be read now');
      const text = await popup.page.evaluate(() => document.body.textContent);
      expect(text).toContain('install it again');
      expect(text).toContain('This says nothing about the offer');
      expect(text).toContain(code);
      expect(text).not.toContain('no known warning signs');
      expect(await accessibilityProblems(popup.page)).toEqual([]);
      if (damage === 'missing') await picturePopup(popup.page, name, 'failed');

      await popup.press('Try again');
      await popup.heading('Adverts cannot be read now');
      await eventually(async () => expect(await session().badge(page)).toBe('!'));
      await popup.page.close();
    });
  },
);
