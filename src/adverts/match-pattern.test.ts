import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMatchPattern, matchesPattern } from './match-pattern.ts';

const matches = (pattern: string, url: string) => matchesPattern(pattern, new URL(url));

describe('matchesPattern', () => {
  it.each([
    ['*://*.board.example/*', 'https://board.example/job/1', true],
    ['*://*.board.example/*', 'http://km.board.example/job/1?page=2#top', true],
    ['*://*.board.example/*', 'https://notboard.example/job/1', false],
    ['*://*.board.example/*', 'https://board.example.evil.example/job/1', false],
    ['https://board.example/*', 'http://board.example/', false],
    ['https://board.example/jobs/*', 'https://board.example/jobs', false],
    ['https://board.example/*/view?id=*', 'https://board.example/a/b/view?id=7', true],
    ['https://board.example/*ab*ab', 'https://board.example/ab', false],
    ['https://board.example/exact', 'https://board.example/exact#part', true],
    ['https://board.example/exact', 'https://board.example/exactly', false],
    ['*://*/*', 'https://board.example:8443/x', true],
    ['*://*/*', 'ftp://board.example/x', false],
    ['<all_urls>', 'https://board.example/', true],
    ['<all_urls>', 'file:///tmp/page.html', false],
    ['board.example', 'https://board.example/', false],
  ])('%s and %s: %s', (pattern, url, expected) => {
    expect(matches(pattern, url)).toBe(expected);
  });

  it('takes any path where the path is a star, and only the named host', () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['http', 'https'], withQueryParameters: true }), (address) => {
        const url = new URL(address);
        expect(matchesPattern(`*://${url.hostname}/*`, url)).toBe(true);
        expect(matchesPattern(`*://x${url.hostname}/*`, url)).toBe(false);
      }),
    );
  });

  it('ends soon on a long address', () => {
    const url = new URL(`https://board.example/${'ab'.repeat(100_000)}`);
    expect(matchesPattern(`*://board.example/${'*a'.repeat(30)}*c`, url)).toBe(false);
  });
});

describe('isMatchPattern', () => {
  it('tells patterns from other text', () => {
    expect(isMatchPattern('*://*.board.example/*')).toBe(true);
    expect(isMatchPattern('https://board.example/jobs/*')).toBe(true);
    for (const wrong of ['', 'board.example', 'https://board.example', 'https://b*.example/*', 'ftp://a.example/*'])
      expect(isMatchPattern(wrong)).toBe(false);
  });
});
