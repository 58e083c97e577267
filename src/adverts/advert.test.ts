import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceOf } from '../engine/types.ts';
import { MAX_TEXT, toAdvert } from './advert.ts';
import { rawOf } from './testing.ts';

const URL_OF_PAGE = new URL('https://board.example/jobs?page=2');
const advert = (fields: Parameters<typeof rawOf>[0]) => toAdvert(rawOf(fields), 'demo', URL_OF_PAGE);

describe('toAdvert', () => {
  it('cleans every field', () => {
    expect(
      advert({ title: ' Line\n cook ', company: ' ', location: ' A ,\tB', text: ' One \n\n two   three a , b' }),
    ).toMatchObject({
      title: 'Line cook',
      company: null,
      location: 'A , B',
      pay: null,
      text: 'One\ntwo three a , b',
      board: 'demo',
      found: 'board',
      url: URL_OF_PAGE.href,
    });
  });

  it('puts the place in front of a text that does not name it, since the place is judged too', () => {
    expect(advert({ location: 'Mae Sot', text: 'Typing work' })?.text).toBe('Mae Sot\nTyping work');
    expect(advert({ location: 'Mae Sot', text: 'Typing work in MAE SOT' })?.text).toBe('Typing work in MAE SOT');
    expect(advert({ location: 'Mae Sot', text: '' })?.text).toBe('Mae Sot');
  });

  it('hashes title and text as the engine reads them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', minLength: 1 }), (title, text) => {
        const made = advert({ title, text });
        if (!made) return;
        const digest = createHash('sha256').update(sourceOf(made), 'utf8').digest('hex');
        expect(made.id).toBe(digest.slice(0, 32));
      }),
    );
  });

  it('gives another id to another title or text alone', () => {
    const ids = [
      advert({}),
      advert({ title: 'Baker' }),
      advert({ text: 'Three shifts.' }),
      advert({ company: 'Spoon', url: '/7' }),
    ];
    expect(new Set(ids.map((one) => one?.id)).size).toBe(3);
  });

  it('keeps markup in a title as text', () => {
    expect(advert({ title: '<b>Cook</b> &amp;' })?.title).toBe('<b>Cook</b> &amp;');
  });

  it('keeps direction controls', () => {
    expect(advert({ title: '\u202Ekooc\u202C', text: 'a\u2067b\u2069' })).toMatchObject({
      title: '\u202Ekooc\u202C',
      text: 'a\u2067b\u2069',
    });
  });

  it('cuts a long text, never inside a character', () => {
    const long = advert({ text: `a${'\u{1F35A}'.repeat(MAX_TEXT)}` })?.text ?? '';
    expect(long.length).toBe(MAX_TEXT - 1);
    expect(Buffer.from(long, 'utf8').toString('utf8')).toBe(long);
  });

  it('takes lone surrogates', () => {
    expect(advert({ text: 'a\ud800b' })?.id).toMatch(/^[0-9a-f]{32}$/);
  });

  it.each([
    ['/jobs/7', 'https://board.example/jobs/7'],
    ['https://other.example/7', 'https://other.example/7'],
    ['javascript:alert(1)', URL_OF_PAGE.href],
    ['data:text/html,x', URL_OF_PAGE.href],
    ['http://[', URL_OF_PAGE.href],
    [null, URL_OF_PAGE.href],
  ])('takes %s for the address %s', (url, expected) => {
    expect(advert({ url })?.url).toBe(expected);
  });

  it('is null without words', () => {
    expect(advert({ title: ' ', text: '\n ' })).toBeNull();
    expect(advert({ title: 'Cook', text: '' })).toMatchObject({ title: 'Cook', text: '' });
    expect(advert({ title: null, text: 'x' })).toMatchObject({ title: '', text: 'x' });
  });
});
