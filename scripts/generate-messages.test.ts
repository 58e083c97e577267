import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ENGLISH } from '../src/shared/i18n/languages.ts';
import { messageTypes, TARGET } from './generate-messages.ts';

test('the generated types are those of the English messages (else: npm run messages)', () => {
  expect(readFileSync(TARGET, 'utf8')).toBe(messageTypes(ENGLISH));
});

test('placeholders become arguments, a plural number is a number', () => {
  const types = messageTypes({
    language: 'en',
    name: 'English',
    dir: 'ltr',
    messages: {
      a: { text: 'no argument' },
      b: { c: { text: '{read} of {all}' }, d: { plural: 'count', text: { one: 'One', other: '{count} by {who}' } } },
    },
  });
  expect(types).toContain('  a: null;');
  expect(types).toContain("  'b.c': { all: string | number; read: string | number };");
  expect(types).toContain("  'b.d': { count: number; who: string | number };");
});
