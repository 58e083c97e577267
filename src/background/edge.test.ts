import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { toAdvert } from '../adverts/advert.ts';
import { pageMessages } from './edge.ts';
import { advert, announcement } from './testing.ts';

vi.mock('../shared/browser.ts', () => ({ browser: {} }));

const parse = (type: keyof typeof pageMessages, value: unknown) => {
  const schema = pageMessages[type];
  if (!schema) throw new Error(`${type} is unchecked`);
  return v.safeParse(schema as v.GenericSchema, value).success;
};
const withAdvert = (change: object) => ({
  ...announcement(),
  adverts: [{ advert: { ...advert('a'), ...change }, role: 'card' }],
});

describe('what a page may send', () => {
  it('is an announcement or a wish to score', () => {
    expect(parse('page/adverts', announcement('a', 'b'))).toBe(true);
    expect(parse('page/adverts', announcement())).toBe(true);
    expect(parse('advert/score', { id: 'a' })).toBe(true);
  });

  it.each([
    ['nothing', null],
    ['a text', 'adverts'],
    ['no list', { ...announcement(), adverts: {} }],
    ['an unknown role', { ...announcement(), adverts: [{ advert: advert('a'), role: 'admin' }] }],
    ['an unknown source', withAdvert({ found: 'trusted' })],
    ['a field too many', withAdvert({ verdict: { level: 'none' } })],
    ['a text that is none', withAdvert({ text: { toString: 'x' } })],
    ['a title of a novel', withAdvert({ title: 'x'.repeat(1_001) })],
    ['an empty id', withAdvert({ id: '' })],
    ['too many adverts', announcement(...Array.from({ length: 1_001 }, (_, number) => `advert ${number}`))],
  ])('is not %s', (_, value) => {
    expect(parse('page/adverts', value)).toBe(false);
  });

  it('is any advert that the extractor can hand over', () => {
    const raw = {
      title: 'x'.repeat(50_000),
      text: '字'.repeat(300_000),
      pay: 'x'.repeat(50_000),
      found: 'generic',
      root: null,
      heading: null,
      role: 'detail',
    } as const;
    const long = toAdvert(raw, 'generic', new URL(`https://board.example/?q=${'x'.repeat(20_000)}`));
    expect(long && parse('page/adverts', { ...announcement(), adverts: [{ advert: long, role: 'detail' }] })).toBe(
      true,
    );
  });

  it('is no tab that is not a number', () => {
    expect(parse('tab/state', { tabId: '7' })).toBe(false);
    expect(parse('tab/rescan', { tabId: 7.5 })).toBe(false);
  });
});
