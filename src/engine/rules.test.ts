import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { thresholds as littleThresholds } from './fixture.ts';
import { createGazetteer, lowerCase } from './gazetteer.ts';
import { levelOf } from './level.ts';
import { createNormaliser } from './normalise/index.ts';
import { GazetteerSchema, LabelsSchema, NormaliserSchema, type Tag, ThresholdsSchema } from './schema.ts';
import { createSeverity, type Severity } from './severity.ts';
import type { TraitId } from './types.ts';

const folder = new URL('../../models/lure-detector/', import.meta.url);
const json = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const labels = v.parse(LabelsSchema, json('labels.json'));
const thresholds = v.parse(ThresholdsSchema, littleThresholds);
const normalise = createNormaliser(v.parse(NormaliserSchema, json('normaliser.json')));

describe('the gazetteer', () => {
  const placesIn = createGazetteer(
    {
      date: '2026-11-24',
      places: [
        { id: 'kk', tier: 'A', names: ['KK Park', 'KK园区'] },
        { id: 'poipet', tier: 'B', names: ['Poipet', 'ปอยเปต', 'Пойпет'] },
      ],
    },
    normalise,
  );
  const found = (text: string) => placesIn(text).map(({ id, start, end }) => [id, text.slice(start, end)]);
  it.each([
    [
      'any case',
      'near kk PARK, Poipet',
      [
        ['kk', 'kk PARK'],
        ['poipet', 'Poipet'],
      ],
    ],
    ['Latin names are whole words', 'Poipetian, xPoipet, Poipet2, 𝒶Poipet', []],
    ['Cyrillic names too', 'в Пойпете', []],
    [
      'Thai and Chinese names stand anywhere',
      'ไปปอยเปตเลย去KK园区',
      [
        ['kk', 'KK园区'],
        ['poipet', 'ปอยเปต'],
      ],
    ],
    [
      'every time',
      'Poipet Poipet',
      [
        ['poipet', 'Poipet'],
        ['poipet', 'Poipet'],
      ],
    ],
    ['a place that is not there', 'Bangkok', []],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
  it('lower case never moves a place', () => {
    expect(lowerCase('İSTANBUL ΣΑΣ')).toBe('İstanbul σασ');
  });
  it('every name of the shipped gazetteer is found in itself', () => {
    const shipped = v.parse(GazetteerSchema, json('gazetteer.json'));
    const find = createGazetteer(shipped, normalise);
    for (const place of shipped.places) {
      for (const name of place.names)
        expect(
          find(normalise(`(${name})`).text).map((p) => p.id),
          name,
        ).toContain(place.id);
    }
  });
});

describe('severity', () => {
  const severityOf = createSeverity(labels, normalise);
  const placesIn = createGazetteer(
    { date: '', places: (['A', 'B', 'C'] as const).map((tier) => ({ id: tier, tier, names: [`Town${tier}`] })) },
    normalise,
  );
  /** Every trait's words are the text itself. */
  const severities = (text: string, ...tags: Tag[]) =>
    Object.fromEntries(
      severityOf(text, new Map(tags.map((tag) => [tag, [{ start: 0, end: text.length }]])), placesIn(text)),
    );

  it('is the base severity where no rule applies', () => {
    expect(severities('words', 'urgency', 'irregular_travel')).toEqual({ urgency: 1, irregular_travel: 4 });
  });
  it('is raised by another trait, not by its own', () => {
    expect(severities('words', 'all_expenses')).toEqual({ all_expenses: 1 });
    expect(severities('words', 'all_expenses', 'vague_job')).toMatchObject({ all_expenses: 2 });
  });
  it('is raised by words of its span, in any case', () => {
    expect(severities('无责底薪 包赔付', 'fees_debt')).toEqual({ fees_debt: 4 });
    expect(severities('fear to BE SOLD', 'reassurance')).toEqual({ reassurance: 3 });
    expect(severities('no fee', 'fees_debt')).toEqual({ fees_debt: 3 });
  });
  it('needs every condition of a rule', () => {
    expect(severities('on Telegram', 'off_platform')).toEqual({ off_platform: 1 });
    expect(severities('on Telegram', 'off_platform', 'all_expenses')).toMatchObject({ off_platform: 2 });
    expect(severities('by phone', 'off_platform', 'all_expenses')).toMatchObject({ off_platform: 1 });
  });
  it('of a hotspot is that of its gravest place', () => {
    expect(severities('in TownA', 'hotspot_location')).toEqual({ hotspot_location: 3 });
    expect(severities('in TownB', 'hotspot_location')).toEqual({ hotspot_location: 2 });
    expect(severities('in TownC', 'hotspot_location')).toEqual({ hotspot_location: 1 });
    expect(severities('in TownC or TownA', 'hotspot_location')).toEqual({ hotspot_location: 3 });
    expect(severities('abroad', 'hotspot_location')).toEqual({ hotspot_location: 2 });
  });
  it('a place outside its words does not count', () => {
    const text = 'border, TownA';
    const found = new Map<Tag, { start: number; end: number }[]>([['hotspot_location', [{ start: 0, end: 6 }]]]);
    expect(severityOf(text, found, placesIn(text)).get('hotspot_location')).toBe(2);
  });
  it('what can be checked has none', () => {
    expect(severities('words', 'verifiable')).toEqual({});
  });
});

describe('level', () => {
  const level = (probability: number, severities: Severity[], more = {}) => {
    const traits: TraitId[] = ['urgency', 'off_platform', 'vague_job', 'fees_debt'];
    const evidence = { probability, tokens: 50, job: 0.9, knownAdvert: false, language: 'en', ...more };
    const found = new Map(severities.map((severity, i) => [traits[i] ?? 'urgency', severity]));
    return levelOf({ ...evidence, severities: found }, labels, thresholds);
  };
  it.each<[string, number, Severity[], string]>([
    ['two traits', 0.5, [1, 1], 'look-closer'],
    ['one trait', 0.9, [3], 'not-enough'],
    ['one of the gravest traits', 0.9, [4], 'look-closer'],
    ['three weak traits', 0.9, [1, 2, 2], 'several-signs'],
    ['three traits, one grave', 0.8, [1, 1, 3], 'strong'],
    ['three grave traits at a lower probability', 0.79, [3, 3, 3], 'several-signs'],
    ['three grave traits at a lower probability still', 0.59, [3, 3, 3], 'look-closer'],
    ['four grave traits below every threshold', 0.49, [4, 4, 4, 4], 'none'],
    ['no trait', 0.5, [], 'not-enough'],
  ])('%s', (_, probability, severities, expected) => {
    expect(level(probability, severities).level).toBe(expected);
  });
  it.each([
    ['too-short', { tokens: 2 }],
    ['not-an-advert', { job: 0.19 }],
    ['language', { language: 'zh' }],
    ['language', { language: 'de' }],
  ])('%s takes back a none and leaves a warning', (notEnough, more) => {
    expect(level(0.1, [1], more)).toEqual({ level: 'not-enough', notEnough });
    expect(level(0.9, [1, 1, 3], more)).toEqual({ level: 'strong', notEnough: null });
  });
  it('a known advert need not look like one, an unclear language is no reason, a region does not matter', () => {
    expect(level(0.1, [], { job: 0, knownAdvert: true }).level).toBe('none');
    expect(level(0.1, [], { language: null }).level).toBe('none');
    expect(level(0.1, [], { language: 'en-IN' }).level).toBe('none');
  });
});
