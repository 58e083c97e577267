import type { Page } from 'puppeteer-core';

/** Text of every range that the page itself can see in `CSS.highlights`. */
export const highlightedTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map((range) => String(range as Range))),
  );

/**
 * Where elements stand that were not in the page's source: for each, the text of its parent. Only for pages without a script of
 * their own, where nobody but the extension can have put them there.
 */
export async function foreignElements(page: Page, html: string): Promise<string[]> {
  return page.evaluate((source) => {
    const selector = 'body *';
    const count = (root: Document) => root.querySelectorAll(selector).length;
    if (count(document) === count(new DOMParser().parseFromString(source, 'text/html'))) return [];
    return [...document.querySelectorAll(selector)]
      .filter((element) => element.localName === 'span' && element.attributes.length === 0 && !element.hasChildNodes())
      .map((element) => (element.parentElement?.textContent ?? '').trim());
  }, html);
}
