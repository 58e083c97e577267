import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Catalogue } from './catalogue.ts';
import { chooseLanguage, ENGLISH, englishTranslator } from './languages.ts';
import { createTranslator, type Translate } from './translator.ts';

const { t, list } = englishTranslator;
// Types know English keys alone; the made-up catalogues below have others.
const loose = (translate: Translate) => translate as (key: string, values?: Record<string, string | number>) => string;

describe('createTranslator', () => {
  test('fills placeholders and chooses the plural form', () => {
    expect(t('list.total', { count: 1 })).toBe('1 advert');
    expect(t('list.total', { count: 25 })).toBe('25 adverts');
    expect(t('list.progress', { read: 3, total: 25 })).toBe('3 of 25 read');
  });

  test('joins an enumeration', () => {
    expect(list(['2 marked', '20 read without a mark', '3 not read'])).toBe(
      '2 marked, 20 read without a mark, 3 not read',
    );
  });

  test('uses the plural rules and digits of its language', () => {
    const russian: Catalogue = {
      language: 'ru',
      name: 'Русский',
      dir: 'ltr',
      messages: { n: { plural: 'n', text: { one: '{n} a', few: '{n} b', many: '{n} c', other: '{n} d' } } },
    };
    const say = loose(createTranslator(russian).t);
    expect([1, 3, 5, 21].map((n) => say('n', { n }))).toEqual(['1 a', '3 b', '5 c', '21 a']);
  });

  test('takes what a language lacks from the fallback, with the fallback’s plural rules', () => {
    const empty: Catalogue = { language: 'ja', name: '日本語', dir: 'ltr', messages: {} };
    expect(createTranslator(empty, ENGLISH).t('list.total', { count: 1 })).toBe('1 advert');
  });

  test('an unknown key is an error, not an empty text', () => {
    expect(() => loose(t)('no.such.key')).toThrow('no.such.key');
  });

  test('a value is inserted as it is, also where it looks like a placeholder or a pattern', () => {
    fc.assert(
      fc.property(fc.string(), (code) => {
        expect(t('failed.code', { code })).toBe(`Code: ${code}`);
      }),
    );
  });
});

test.each([
  [['pt-BR', 'en'], 'pt'],
  [['zh-Hant-HK'], 'zh-Hant'],
  [['xx', 'th'], 'th'],
  [['xx'], 'en'],
  [[], 'en'],
])('of %j %s is chosen', (wanted, chosen) => {
  expect(chooseLanguage(wanted, ['en', 'pt', 'th', 'zh-Hant'])).toBe(chosen);
});
