// @vitest-environment jsdom
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Span } from '../engine/types.ts';
import { findSpans } from './find-in-page.ts';

type Build = string | Nested;
/** A tag's name and what the element holds. */
interface Nested extends ReadonlyArray<Build> {}

/** Makes elements from nested lists; nothing is parsed as markup. */
function build([tag, ...children]: Nested): Element {
  const element = document.createElement(String(tag));
  for (const child of children) element.append(typeof child === 'string' ? child : build(child));
  return element;
}

function page(...children: Build[]): Element {
  const root = build(['main', ...children]);
  document.body.append(root);
  return root;
}

function spanOf(source: string, text: string, nth = 0): Span {
  let start = source.indexOf(text);
  for (let count = 0; count < nth; count += 1) start = source.indexOf(text, start + 1);
  return { start, end: start + text.length, text };
}

const inText = (text: string, words: string, nth = 0) => ({
  advert: { title: '', text },
  span: spanOf(text, words, nth),
});
const squeeze = (text: string) => text.replace(/\s+/g, '');

beforeEach(() => document.body.replaceChildren());

describe('findSpans', () => {
  it('finds words across inline elements and source line breaks', () => {
    const root = page(['p', 'We keep ', ['b', 'your\n      pass'], 'port', ' safe.']);
    const { advert, span } = inText('We keep your passport safe.', 'keep your passport');
    const [range] = findSpans([root], advert, [span]);
    expect(squeeze(range?.toString() ?? '')).toBe('keepyourpassport');
    expect(range?.startContainer.nodeValue?.slice(range.startOffset)).toBe('keep ');
    expect(range?.endContainer.nodeValue?.slice(0, range.endOffset)).toBe('port');
  });

  it('finds words across list items, which have no space between them in the page', () => {
    const root = page(['ul', ['li', 'Free ticket'], ['li', 'Visa paid']]);
    const { advert, span } = inText('Free ticket\nVisa paid', 'ticket\nVisa');
    expect(findSpans([root], advert, [span])[0]?.toString()).toBe('ticketVisa');
  });

  it('counts from the title on, as spans do', () => {
    const root = page(['h1', 'Typist'], ['p', 'Visa paid']);
    const advert = { title: 'Typist', text: 'Visa paid' };
    const [range] = findSpans([root], advert, [{ start: 7, end: 11, text: 'Visa' }]);
    expect(range?.toString()).toBe('Visa');
  });

  it('takes the repeat that stands among the same words', () => {
    const text = 'Pay 500 a week for drivers. Pay 500 a week for cooks.';
    const root = page(['p', 'Pay 500 a week for drivers. '], ['p', 'Pay 500 a week for cooks.']);
    for (const nth of [0, 1]) {
      const { advert, span } = inText(text, 'Pay 500', nth);
      const [range] = findSpans([root], advert, [span]);
      expect(range?.startContainer.parentElement).toBe(root.children[nth]);
    }
  });

  it('does not look into scripts, styles and hidden copies', () => {
    const root = page(
      ['script', '// visa paid'],
      ['style', '/* visa paid */'],
      ['div', 'visa paid'],
      ['p', 'visa paid'],
    );
    root.children[2]?.setAttribute('hidden', '');
    const { advert, span } = inText('visa paid', 'visa');
    expect(findSpans([root], advert, [span])[0]?.startContainer.parentElement?.tagName).toBe('P');
  });

  it('passes over a copy that the page does not show', () => {
    const root = page(['div', 'visa paid'], ['p', 'visa paid']);
    Object.assign(root.children[0] ?? {}, { checkVisibility: () => false });
    const { advert, span } = inText('visa paid', 'visa');
    expect(findSpans([root], advert, [span])[0]?.startContainer.parentElement?.tagName).toBe('P');
  });

  it('looks in the page where the closest element does not hold the words', () => {
    const card = page(['h2', 'Typist']);
    const pane = page(['p', 'Free visa']);
    const { advert, span } = inText('Free visa', 'visa');
    const [range] = findSpans([card, document.body], advert, [span]);
    expect(pane.contains(range?.startContainer ?? null)).toBe(true);
  });

  it('finds the lines one by one where the page put something between them', () => {
    const root = page(['p', 'Free ticket'], ['button', 'Save'], ['p', 'Visa paid']);
    const { advert, span } = inText('Free ticket\nVisa paid', 'Free ticket\nVisa paid');
    expect(findSpans([root], advert, [span]).map(String)).toEqual(['Free ticket', 'Visa paid']);
  });

  it.each(['ဗီဇာ အခမဲ့', '免费机票', 'تأشيرة مجانية', '🧳 visa 🛂'])('finds %s', (words) => {
    const text = `A ${words} B`;
    const { advert, span } = inText(text, words);
    expect(findSpans([page(['p', text])], advert, [span])[0]?.toString()).toBe(words);
  });

  it('gives nothing for words that are not there, and for a span outside the text', () => {
    const root = page(['p', 'An honest advert']);
    const advert = { title: '', text: 'visa' };
    expect(findSpans([root], advert, [{ start: 0, end: 4, text: 'visa' }])).toEqual([]);
    expect(findSpans([root], advert, [{ start: 90, end: 99, text: 'visa' }])).toEqual([]);
  });

  it('finds any words of any page, but for white space', () => {
    const piece = fc.string({ unit: fc.constantFrom('a', 'b', 'ü', '字', '🛂', ' ', '\n', '\u200b'), maxLength: 12 });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), fc.nat(), fc.nat(), (pieces, one, other) => {
        document.body.replaceChildren();
        const text = pieces.join('\n');
        const [start = 0, end = 0] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b);
        const root = page(...pieces.map((content, at): Build => (at % 2 ? content : ['p', content])));
        const clean = (words: string) => words.replace(/[\s\u200b]/g, '');
        const words = clean(text.slice(start, end));
        const [range] = findSpans([root], { title: '', text }, [{ start, end, text: '' }]);
        expect(clean(range?.toString() ?? '')).toBe(words);
      }),
    );
  });

  it('takes a page of 10,000 text nodes in its stride', () => {
    const root = page(
      ...Array.from({ length: 10_000 }, (_, at): Build => ['p', `Line ${at} of a long page, visa paid`]),
    );
    const text = 'Line 9999 of a long page, visa paid';
    const { advert, span } = inText(text, 'visa paid');
    const before = process.cpuUsage();
    const [range] = findSpans([root], advert, [span]);
    // Processor time, which other programs do not lengthen, and far above what it takes; a quadratic search takes minutes.
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(5_000);
    expect(range?.startContainer.parentElement).toBe(root.lastElementChild);
  });
});
