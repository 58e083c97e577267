import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { clean, cleanLines, lineOf, pick, pickText, textOf } from './dom.ts';

const body = (html: string) => new JSDOM(html).window.document.body;

describe('textOf', () => {
  it('gives each block, line break and list item a line and folds white space', () => {
    const text = textOf(body('<div>Cook\n wanted<p>Two&nbsp; shifts</p><ul><li>Rice</li><li>Soup<br>Tea</li></ul>End'));
    expect(text).toBe('Cook wanted\nTwo shifts\nRice\nSoup\nTea\nEnd');
  });

  it('keeps inline elements together and table cells apart', () => {
    expect(textOf(body('<p>Pay <b>1</b><i>0</i></p><table><tr><td>Hours</td><td>8</td></tr></table>'))).toBe(
      'Pay 10\nHours 8',
    );
  });

  it('keeps the line breaks of preformatted text alone', () => {
    expect(textOf(body('<pre>One\n  two</pre><p>three\nfour</p>'))).toBe('One\ntwo\nthree four');
  });

  it.each([
    ['script', '<script>let x</script>'],
    ['style', '<style>a{}</style>'],
    ['template', '<template><p>x</p></template>'],
    ['noscript', '<noscript>x</noscript>'],
    ['svg', '<svg aria-hidden="true"><title>x</title></svg>'],
    ['hidden', '<div hidden>x</div>'],
    ['form values', '<textarea>x</textarea><select><option>x</option></select>'],
  ])('leaves out %s', (_name, html) => {
    expect(textOf(body(`<p>a${html}</p><p>b</p>`))).toBe('a\nb');
  });

  it('reads what a reader can find in the page, and the hidden element it is asked for', () => {
    expect(textOf(body('<div hidden="until-found">more</div>'))).toBe('more');
    const hidden = pick(body('<div hidden id=h>own <b>words</b></div>'), '#h');
    expect(hidden && textOf(hidden)).toBe('own words');
  });

  it('does not walk out of the element', () => {
    const inner = pick(body('<div><p id=a>in</p><p>out</p></div>'), '#a');
    expect(inner && textOf(inner)).toBe('in');
  });

  it('keeps direction controls and zero-width characters for the engine to judge', () => {
    expect(textOf(body('<p>\u202Eabc\u202C d\u200Be\uFEFFf</p>'))).toBe('\u202Eabc\u202C d\u200Be\uFEFFf');
  });
});

describe('clean', () => {
  it('folds to one line, or null', () => {
    expect(clean(' a\n\u00A0 b\u3000 ')).toBe('a b');
    expect(clean(' \n ')).toBeNull();
    expect(clean(null)).toBeNull();
  });

  it('keeps lines where asked', () => {
    expect(cleanLines(' a  b \r\n\r\n c\u2028d ')).toBe('a b\nc\nd');
  });
});

describe('pick', () => {
  it('tries the selectors in their order', () => {
    const root = body('<p class=b>late</p><p class=a>first</p>');
    expect(lineOf(pick(root, ['.none', '.a', '.b']))).toBe('first');
    expect(pick(root, '.none')).toBeNull();
  });

  it('passes over elements without text', () => {
    const root = body('<p class=a></p><p class=b>words</p>');
    expect(pickText(root, ['.a', '.b'])).toBe('words');
    expect(pickText(root, '.a')).toBeNull();
  });
});
