import { describe, expect, test } from 'vitest';
import { parsePage } from './parse.ts';

const url = new URL('https://jobs.example/list');
const parse = (bytes: string | Buffer) => parsePage('page.html', Buffer.from(bytes), url).document;
const latin1 = (text: string) => Buffer.from(text, 'latin1');

describe('parsePage', () => {
  test('relative links get the address of the page', () => {
    expect(parse('<a href="/job/7">Cook</a>').querySelector('a')?.href).toBe('https://jobs.example/job/7');
  });

  test('no script runs and nothing is loaded', () => {
    const page = parse(
      '<p>before</p><script>document.body.innerHTML = "after"</script><img src="https://x.example/i.png">',
    );
    expect(page.body.textContent).toContain('before');
  });

  test.each([
    ['UTF-8 that does not say so', Buffer.from('<p>กรุงเทพ 😀</p>'), 'กรุงเทพ 😀'],
    ['UTF-8 that says it is gbk', Buffer.from('<meta charset="gbk"><p>招聘</p>'), '招聘'],
    ['gbk', Buffer.concat([latin1('<meta charset="gbk"><p>'), Buffer.from('d5d0c6b8', 'hex'), latin1('</p>')]), '招聘'],
    ['an old page without a word', latin1('<p>caf\xe9</p>'), 'café'],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<p>ป้าย</p>', 'utf16le')]), 'ป้าย'],
    ['a BOM', Buffer.from('\ufeff<p>né</p>'), 'né'],
  ])('%s', (_name, bytes, text) => {
    expect(parse(bytes).querySelector('p')?.textContent).toBe(text);
  });

  test.each([
    ['a picture', Buffer.from('89504e470d0a1a0a00000000', 'hex'), /not a text file/],
    ['a PDF with tags in it', latin1('%PDF-1.7 <p>'), /not a text file/],
    ['bytes', Buffer.from([0, 1, 2, 3, 0, 255]), /not a text file/],
    ['a plain text', Buffer.from('just words'), /not an HTML page/],
  ])('%s is refused', (_name, bytes, message) => {
    expect(() => parse(bytes)).toThrow(message);
  });

  test('10,000 nested elements: every word stays, in order, and no element is too deep', () => {
    const deep = Array.from({ length: 10_000 }, (_, index) => `<div>w${index} `).join('');
    const page = parse(`${deep}${'</div>'.repeat(10_000)}<p>after</p>`);
    const words = page.body.textContent?.trim().split(/\s+/);
    expect(words).toHaveLength(10_001);
    expect(words?.slice(-2)).toEqual(['w9999', 'after']);
    const depths = [...page.querySelectorAll('div')].map((element) => {
      let depth = 0;
      for (let node: Element | null = element; node; node = node.parentElement) depth += 1;
      return depth;
    });
    expect(Math.max(...depths)).toBeLessThanOrEqual(130);
  });
});
