import { expect, test } from 'vitest';
import { TRAITS } from '../engine/types.ts';
import { flatten } from '../shared/i18n/catalogue.ts';
import { ENGLISH, englishTranslator } from '../shared/i18n/languages.ts';
import { traitTexts } from './traits.ts';

test.each(TRAITS)('%s has its four texts', (id) => {
  const { name, why, honest, ask } = traitTexts(englishTranslator.t, id);
  expect(ask).toMatch(/\?$/);
  expect(why).toMatch(/\.$/);
  expect(honest).toMatch(/^An honest (advert|employer) .+\.$/);
  expect(name).not.toMatch(/[.?]$/);
});

test('four questions are for the reader alone, and their notes tell the translator', () => {
  const own = TRAITS.filter((id) => traitTexts(englishTranslator.t, id).askYourself);
  expect(own.toSorted()).toEqual(['cash_bounty', 'control_isolation', 'sexualised', 'targets_vulnerable']);
  const notes = flatten(ENGLISH.messages);
  for (const id of TRAITS) {
    expect(/Never sent to the recruiter/.test(notes.get(`traits.${id}.ask`)?.note ?? '')).toBe(own.includes(id));
  }
});

test('no text belongs to an unknown trait', () => {
  expect(Object.keys(ENGLISH.messages.traits ?? {}).toSorted()).toEqual([...TRAITS].toSorted());
});
