import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { HONEST, LURE, OTHER_HONEST, OTHER_LURE, type TestAdvert } from './adverts.ts';
import { fixture } from './harness/fixtures.ts';
import { eventually, PATIENCE } from './harness/patience.ts';
import { WARNED_HEADLINES } from './harness/popup.ts';
import { BROWSERS, useSession } from './harness/use-session.ts';
import { indeedApp } from './pages.ts';

const ADVERTS = [LURE, HONEST, OTHER_LURE, OTHER_HONEST];
const PANE = '[data-testid="jobsearch-JobInfoHeader-title"]';

interface Sample {
  /** What stands in the pane's heading and text, and whether a mark stands beside it, at one frame. */
  readonly heading: string;
  readonly words: string;
  readonly marked: boolean;
}

/** Looks at the pane in every frame: a mark beside the wrong words would be seen even if it stood for one frame. */
async function watchPane(page: Page): Promise<void> {
  await page.evaluate((selector) => {
    const samples: { heading: string; words: string; marked: boolean }[] = [];
    Object.assign(globalThis, { samples });
    const look = () => {
      const heading = document.querySelector(selector);
      const words = document.querySelector('#jobDescriptionText')?.textContent ?? '';
      samples.push({ heading: heading?.textContent ?? '', words, marked: (heading?.childElementCount ?? 0) > 0 });
      requestAnimationFrame(look);
    };
    look();
  }, PANE);
}

const samplesOf = (page: Page) => page.evaluate(() => (globalThis as unknown as { samples: Sample[] }).samples);

async function click(page: Page, { id }: TestAdvert): Promise<void> {
  await page.evaluate((jk) => document.querySelector<HTMLElement>(`a[data-jk="${jk}"]`)?.click(), id);
}

const isWarning = (text: string) => WARNED_HEADLINES.some((headline) => text.includes(headline));

/** What the popup says of the advert that it names, in the order of its lines. */
function wrongWords(popup: string): string[] {
  const named = ADVERTS.find(({ title }) => popup.split('\n').includes(title));
  if (!named) return [];
  const others = ADVERTS.filter((advert) => advert !== named);
  const foreign = others.flatMap(({ lines }) => lines).filter((line) => popup.includes(line.slice(0, 40)));
  const honest = named === HONEST || named === OTHER_HONEST;
  return honest && isWarning(popup) ? [...foreign, `a warning beside “${named.title}”`] : foreign;
}

describe.each(BROWSERS)('%s: a board that swaps its pane without a load', (name) => {
  const session = useSession(name);

  it('never shows the verdict of one advert beside another', async () => {
    const page = await session().open('https://www.indeed.com/jobs?q=work', indeedApp(ADVERTS));
    await watchPane(page);
    await click(page, LURE);
    const popup = await session().clickToolbarButton(page);
    await eventually(async () => {
      const text = await popup.text();
      expect(text).toContain(LURE.title);
      expect(isWarning(text), text).toBe(true);
    });

    const wrong: string[] = [];
    for (const next of [HONEST, OTHER_LURE, OTHER_HONEST, LURE, HONEST]) {
      await click(page, next);
      const expectsWarning = next === LURE || next === OTHER_LURE;
      const settled = (text: string) =>
        text.split('\n').includes(next.title) &&
        (expectsWarning ? isWarning(text) : text.includes('We saw no known warning signs'));
      const end = Date.now() + PATIENCE;
      const seen: string[] = [];
      let text = '';
      do {
        text = await popup.text();
        seen.push(...wrongWords(text));
        await new Promise((resolve) => setTimeout(resolve, 50));
      } while (!settled(text) && Date.now() < end);
      // On a machine so slow that the half-changed pane stood long, it was read as what it was: words under a foreign title.
      const mixed = await page.evaluate(() => Number(document.body.dataset.mixed));
      if (mixed < 250) wrong.push(...seen);
      expect(text).toContain(next.title);
      expect(isWarning(text), text).toBe(expectsWarning);
    }
    expect(wrong).toEqual([]);
    await popup.close();

    const samples = await samplesOf(page);
    const isWhole = ({ heading, words }: Sample, { title, lines }: TestAdvert) =>
      heading === title && words === lines.join('');
    const honest = samples.filter((sample) => [HONEST, OTHER_HONEST].some((advert) => isWhole(sample, advert)));
    expect(honest.length).toBeGreaterThan(0);
    expect(honest.filter(({ marked }) => marked)).toEqual([]);
    expect(samples.some(({ heading, marked }) => marked && heading === LURE.title)).toBe(true);
    expect(samples.some(({ heading, marked }) => marked && heading === OTHER_LURE.title)).toBe(true);
  });

  it('names the advert that the pane shows, on the fixture page of the board', async () => {
    const { url, html } = fixture('indeed/list-with-pane');
    const page = await session().open(url, html);
    const popup = await session().clickToolbarButton(page);
    const links = await page.$$('a[data-jk]');
    expect(links.length).toBeGreaterThan(2);
    for (const link of [...links.slice(1), ...links.slice(0, 1)]) {
      const title = await link.evaluate((element) => (element.textContent ?? '').trim());
      // By script, as above: a mouse on the page closes the popup.
      await link.evaluate((element) => (element as HTMLElement).click());
      await eventually(async () => expect((await popup.text()).split('\n')).toContain(title));
    }
    await popup.close();
  });

  it('shows the last of several quick clicks', async () => {
    const page = await session().open('https://www.indeed.com/jobs?q=quick', indeedApp(ADVERTS, 40));
    for (const advert of [LURE, OTHER_LURE, HONEST]) {
      await click(page, advert);
      await new Promise((resolve) => setTimeout(resolve, 130));
    }
    const popup = await session().clickToolbarButton(page);
    await eventually(async () => {
      const text = await popup.text();
      expect(text.split('\n')).toContain(HONEST.title);
      expect(text).toContain('We saw no known warning signs');
    });
    await popup.close();
  });
});
