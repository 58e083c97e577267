import { describe, expect, it } from 'vitest';
import { decodeEntities, htmlToText } from './html-text.ts';
import { pageOf } from './testing.ts';

const { document } = pageOf('');

describe('htmlToText', () => {
  it.each([
    ['markup', '<p>Cook &amp; clean</p><ul><li>Rice</li><li>Soup</li></ul>', 'Cook & clean\nRice\nSoup'],
    ['markup encoded once', '&lt;p&gt;Cook &amp;amp; clean&lt;/p&gt;&lt;p&gt;Soup&lt;/p&gt;', 'Cook & clean\nSoup'],
    ['markup encoded twice', '&amp;lt;p&amp;gt;Cook&amp;lt;br&amp;gt;Soup&amp;lt;/p&amp;gt;', 'Cook\nSoup'],
    ['numeric entities', '<p>&#20181;&#x4E8B;</p>', '仕事'],
    ['plain text with its lines', 'Cook\n\n  and clean\r\nSoup', 'Cook\nand clean\nSoup'],
    ['plain text with entities', 'Cook &amp; clean &lt; 8 h', 'Cook & clean < 8 h'],
    ['inline tags between line ends', '<b>Cook</b>\nSoup', 'Cook\nSoup'],
    ['signs that are no tags', 'Pay < 500 and > 300, mail <none>', 'Pay < 500 and > 300, mail <none>'],
    ['an unclosed tag', '<p>Cook <b>Soup', 'Cook Soup'],
    ['nothing', '', ''],
  ])('reads %s', (_name, markup, text) => {
    expect(htmlToText(markup, document)).toBe(text);
  });

  it('drops code and never runs it', () => {
    const markup =
      '<p>Cook</p><script>globalThis.ran = 1</script><style>p{}</style><img src=x onerror="globalThis.ran = 1">';
    expect(htmlToText(markup, document)).toBe('Cook');
    expect('ran' in globalThis).toBe(false);
    expect(document.querySelector('img')).toBeNull();
  });
});

describe('decodeEntities', () => {
  it('decodes once and leaves tags as text', () => {
    expect(decodeEntities('<b>Cook</b> &amp; &amp;lt;', document)).toBe('<b>Cook</b> & &lt;');
    expect(decodeEntities('Cook & Sons', document)).toBe('Cook & Sons');
  });
});
