import type { Page } from 'puppeteer-core';
import type { Level } from '../../src/engine/types.ts';
import { englishTranslator } from '../../src/shared/i18n/languages.ts';
import { PATIENCE } from './patience.ts';
import { allByRole, byRole, textOf, textsByRole } from './roles.ts';

const { t } = englishTranslator;

export const WARNED_HEADLINES = (['look-closer', 'several-signs', 'strong'] as const satisfies readonly Level[]).map(
  (level) => t(`levels.${level}.headline`),
);
const anyOf = (texts: readonly string[]) => new RegExp(`^(${texts.join('|')})$`);

/** The popup in a tab of its own, spoken to by role and name as a screen reader would. */
export class Popup {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Title of the advert or of the state shown. */
  async title(): Promise<string> {
    return textOf(await byRole(this.page, 'heading', undefined));
  }

  /** Waits for a warning and gives its headline. */
  async warning(): Promise<string> {
    return textOf(await byRole(this.page, 'heading', anyOf(WARNED_HEADLINES)));
  }

  heading(name: string | RegExp) {
    return byRole(this.page, 'heading', name);
  }

  async hasHeading(name: string | RegExp): Promise<boolean> {
    return (await allByRole(this.page, 'heading', name)).length > 0;
  }

  async press(name: string | RegExp): Promise<void> {
    const button = await byRole(this.page, 'button', name);
    // The footer stays in view and covers what is at the lower edge: a reader scrolls too.
    await button.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await button.click();
  }

  /** Quoted words of all reasons, in their order. */
  async quotes(): Promise<string[]> {
    const lists = await allByRole(this.page, 'list', t('reasons.quotes'));
    const words = await Promise.all(
      lists.map((list) => list.evaluate((node) => [...node.children].map((item) => item.textContent ?? ''))),
    );
    return words.flat();
  }

  /** Names of the reasons. */
  async reasons(): Promise<string[]> {
    const headings = await allByRole(this.page, 'heading');
    const levels = await Promise.all(
      headings.map(async (h) => [await h.evaluate((n) => n.localName), await textOf(h)]),
    );
    return levels.filter(([tag]) => tag === 'h3').map(([, text]) => text ?? '');
  }

  /** Waits for the list to be read to its end, and gives its summary. */
  async summary(): Promise<string> {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const found = (await textsByRole(this.page, 'status')).find((text) => /\d+ adverts?:/.test(text));
      if (found) return found;
      if (Date.now() > end) throw new Error('the list was not read to its end');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  /** Texts of the rows under a heading of the list. */
  async rows(group: 'marked' | 'unmarked' | 'unread'): Promise<string[]> {
    const [region] = await allByRole(this.page, 'region', t(`list.group-${group}`));
    if (!region) return [];
    return region.evaluate((node) => [...node.querySelectorAll('li')].map((row) => (row.textContent ?? '').trim()));
  }
}
