import { describe, expect, it } from 'vitest';
import { findAnchors } from './anchors.ts';
import { pageOf } from './testing.ts';

const { document } = pageOf(`<header><h1>Green Board</h1></header><main><h2>Line  Cook</h2>
  <div id="words"><p>We look for <b>a cook</b> who likes mornings.</p><ul><li>Two shifts and meals paid</li></ul></div></main>
  <h3>Line cook in Riverton</h3><script>"Two shifts and meals paid"</script>`);
const ids = (title: string | null, text: string) => {
  const { root, heading } = findAnchors(document, title, text);
  return [root?.id || root?.localName, heading?.localName];
};

describe('findAnchors', () => {
  it('finds the heading and the element that holds the lines', () => {
    expect(ids('line cook', 'Riverton\nWe look for a cook who likes mornings.\nTwo shifts and meals paid')).toEqual([
      'words',
      'h2',
    ]);
  });

  it('takes what surrounds the heading where no line is shown', () => {
    expect(ids('Line cook', 'Words that the page does not show.')).toEqual(['main', 'h2']);
  });

  it('takes a heading that says more than the title', () => {
    expect(ids('in Riverton', '')).toEqual(['body', 'h3']);
  });

  it('finds nothing where the page shows nothing of it', () => {
    expect(ids('Welder', 'Short\nWords that the page does not show.')).toEqual([undefined, undefined]);
    expect(ids(null, '')).toEqual([undefined, undefined]);
  });
});
