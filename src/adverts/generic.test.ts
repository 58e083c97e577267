import { describe, expect, it } from 'vitest';
import { extractGeneric } from './generic.ts';
import { pageOf } from './testing.ts';

const WORDS = '<p>We look for a cook who likes early mornings.</p><p>Two shifts, meals paid, start in May.</p>';
const TEXT = 'We look for a cook who likes early mornings.\nTwo shifts, meals paid, start in May.';
const MENU =
  '<ul><li><a href="/1">All jobs in every town</a></li><li><a href="/2">Log in to your own account</a></li></ul>';
const read = (html: string) => extractGeneric(pageOf(html));

describe('extractGeneric', () => {
  it('reads the main block with its heading', () => {
    const page = pageOf(
      `<nav>${MENU}</nav><main><h1>Line cook</h1><div>${WORDS}</div></main><footer>All rights are with us for ever and ever.</footer>`,
    );
    const [advert, ...others] = extractGeneric(page);
    expect(others).toEqual([]);
    expect(advert).toMatchObject({ title: 'Line cook', text: TEXT, found: 'generic', role: 'detail' });
    expect(advert?.root?.contains(page.document.querySelector('main p'))).toBe(true);
    expect(advert?.heading).toBe(page.document.querySelector('h1'));
  });

  it.each([
    ['main', `<main>${WORDS}</main>`],
    ['an article', `<article><header><h2>Line cook</h2></header>${WORDS}</article>`],
    ['a role', `<div role="main">${WORDS}</div>`],
    ['nested blocks', `<div><div><div>${WORDS}</div></div><div>Other</div></div>`],
    ['a form around the page', `<form><div>${MENU}</div><div>${WORDS}</div></form>`],
    ['bare lines', `<div>${TEXT.replace('\n', '<br>')}</div>`],
  ])('finds words in %s', (_name, html) => {
    expect(read(`<div class="top">${MENU}</div>${html}`)[0]?.text).toContain(TEXT.split('\n')[1]);
  });

  it.each([
    ['a menu', `<div>${MENU.repeat(5)}</div>`],
    ['navigation with plain words', `<nav>${WORDS}</nav><aside>${WORDS}</aside><footer>${WORDS}</footer>`],
    ['a cookie banner', `<div id="cookie-banner">${WORDS}</div><div class="oPrivacyModal">${WORDS}</div>`],
    ['a dialog', `<div role="dialog">${WORDS}</div><dialog open>${WORDS}</dialog>`],
    [
      'filters',
      `<form>${'<label>Pay by the month in the local currency</label><button>Show</button>'.repeat(5)}</form>`,
    ],
    ['fewer than 40 letters', '<main><h1>Cook</h1><p>Two shifts, meals paid.</p></main>'],
    ['code', `<script>const a = "${TEXT}"</script><template>${WORDS}</template>`],
    ['an empty page', ''],
  ])('finds nothing in %s', (_name, html) => {
    expect(read(html)).toEqual([]);
  });

  it('leaves furniture inside the block out of the text', () => {
    expect(
      read(`<main>${WORDS}<nav>Next job of the day</nav><div class="cookie-note">We keep things</div></main>`)[0]?.text,
    ).toBe(TEXT);
  });

  it('does not say the title twice', () => {
    expect(read(`<main><h1>Line cook</h1>${WORDS}</main>`)[0]?.text.startsWith('We look')).toBe(true);
  });

  it('reads scripts without spaces and letters outside the basic plane', () => {
    expect(read(`<main><p>${'招募廚師包吃住'.repeat(8)}</p></main>`)).toHaveLength(1);
    expect(read(`<main><p>${'𐒰𐒱'.repeat(30)}</p></main>`)).toHaveLength(1);
  });
});
