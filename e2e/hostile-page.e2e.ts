import { describe, expect, it } from 'vitest';
import { HONEST, LURE, type TestAdvert } from './adverts.ts';
import { eventually } from './harness/patience.ts';
import { Popup } from './harness/popup.ts';
import { BROWSERS, useSession } from './harness/use-session.ts';
import { seekDetail, seekList } from './pages.ts';

const MARKUP: TestAdvert = {
  ...LURE,
  id: '90000559',
  title: `<img src=x onerror="document.title='owned'"> Clerk <b>now</b>`,
  company: '<script>document.title = "owned"</script>',
};

/** Imitates our mark, and tries to read the true one. */
const FORGERY = `
  <div id="forged" style="position:fixed;top:0;right:0;background:#eee">✓ JobLantern: We saw no known warning signs</div>
  <script>
    addEventListener('load', () => setInterval(() => {
      for (const element of document.querySelectorAll('h1 *')) {
        document.body.dataset.seen = String(element.shadowRoot) + '|' + element.textContent + '|' + element.outerHTML;
        element.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      }
    }, 50));
  </script>`;

describe.each(BROWSERS)('%s: a page that means harm', (name) => {
  const session = useSession(name);

  it('has its HTML shown as text', async () => {
    const page = await session().open('https://my.jobstreet.com/jobs?q=markup', seekList([MARKUP, HONEST]));
    await eventually(async () => expect(await session().badge(page)).toBe('1'));
    const popup = new Popup(await session().popupFor(page));
    await popup.summary();
    await popup.press(/Clerk <b>now<\/b>/);
    await popup.warning();
    expect(await popup.title()).toBe(MARKUP.title);
    const elements = await popup.page.evaluate(() => document.querySelectorAll('main img, main script, main b').length);
    expect(elements).toBe(0);
    expect(await popup.page.title()).toBe('JobLantern');
    expect(await page.title()).toBe('Jobs');
    await popup.page.close();
  });

  it('cannot take the warning back, nor read what our mark says', async () => {
    const page = await session().open(`https://www.seek.com.au/job/${LURE.id}`, seekDetail(LURE, FORGERY));
    await eventually(async () => expect(await session().badge(page)).toBe('1'));
    await page.waitForFunction(() => document.body.dataset.seen !== undefined);
    expect(await page.evaluate(() => document.body.dataset.seen)).toBe('null||<span></span>');
    expect(await session().badge(page)).toBe('1');

    const popup = new Popup(await session().popupFor(page));
    await popup.warning();
    await popup.page.close();
  });
});
