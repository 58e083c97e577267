import { describe, expect, it } from 'vitest';
import { extractJsonLd } from './json-ld.ts';
import { jsonLdPage, pageOf } from './testing.ts';

const POSTING = {
  '@context': 'https://schema.org',
  '@type': 'JobPosting',
  title: 'Line cook',
  description: '<p>Two shifts.</p><p>Meals paid.</p>',
  hiringOrganization: { '@type': 'Organization', name: 'Green Spoon Kitchen' },
  jobLocation: {
    '@type': 'Place',
    address: { '@type': 'PostalAddress', addressLocality: 'Riverton', addressCountry: 'NZ' },
  },
  baseSalary: {
    '@type': 'MonetaryAmount',
    currency: 'NZD',
    value: { '@type': 'QuantitativeValue', minValue: 25, maxValue: 30, unitText: 'HOUR' },
  },
};
const one = (changes: object) => extractJsonLd(jsonLdPage({ ...POSTING, ...changes }))[0];
const titles = (block: unknown) => extractJsonLd(jsonLdPage(block)).map(({ title }) => title);

describe('extractJsonLd', () => {
  it('reads a posting', () => {
    expect(extractJsonLd(jsonLdPage(POSTING))).toEqual([
      {
        title: 'Line cook',
        company: 'Green Spoon Kitchen',
        location: 'Riverton, NZ',
        pay: '25-30 NZD / HOUR',
        text: 'Green Spoon Kitchen\nRiverton, NZ\n25-30 NZD / HOUR\nTwo shifts.\nMeals paid.',
        url: null,
        found: 'json-ld',
        root: null,
        heading: null,
        role: 'detail',
      },
    ]);
  });

  it.each([
    ['a list of nodes', [{ '@type': 'WebSite' }, POSTING]],
    ['@graph', { '@graph': [{ '@type': 'WebPage' }, POSTING] }],
    ['a nested mainEntity', { '@type': 'WebPage', mainEntity: { '@type': 'Thing', mainEntity: POSTING } }],
    ['a type among others', { ...POSTING, '@type': ['Thing', 'JobPosting'] }],
    ['a full IRI', { ...POSTING, '@type': 'http://schema.org/JobPosting' }],
    ['a prefix', { ...POSTING, '@type': 'schema:JobPosting' }],
    [
      'an item of a list',
      { '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', position: 1, item: POSTING }] },
    ],
  ])('finds a posting in %s', (_name, block) => {
    expect(titles(block)).toEqual(['Line cook']);
  });

  it('takes list items for cards and a posting alone for the open advert', () => {
    const list = {
      '@type': 'ItemList',
      itemListElement: [{ item: { ...POSTING, title: 'A' } }, { item: { ...POSTING, title: 'B' } }],
    };
    expect(extractJsonLd(jsonLdPage([list, POSTING])).map(({ title, role }) => [title, role])).toEqual([
      ['Line cook', 'detail'],
      ['A', 'card'],
      ['B', 'card'],
    ]);
  });

  it('tells the open one of several by the address of the page', () => {
    const block = [1, 2, 3].map((number) => ({ ...POSTING, title: `Job ${number}`, url: `/jobs/${number}` }));
    const found = extractJsonLd(jsonLdPage(block, '', 'https://board.example/jobs/2'));
    expect(found.map(({ title, role }) => [title, role])).toEqual([
      ['Job 2', 'detail'],
      ['Job 1', 'card'],
      ['Job 3', 'card'],
    ]);
  });

  it('finds no advert in lists of addresses and other types', () => {
    expect(
      titles({
        '@type': 'ItemList',
        itemListElement: [{ '@type': 'ListItem', name: 'Cook', url: 'https://board.example/1' }],
      }),
    ).toEqual([]);
    expect(titles([{ '@type': 'JobPostings' }, 'JobPosting', null, 7, { title: 'Cook' }])).toEqual([]);
  });

  it('passes over a broken block, says so, and reads the rest', () => {
    const block = (text: string) => `<script type="application/ld+json">${text}</script>`;
    const page = pageOf(block('{"@type":"JobPosting",') + block('') + block(JSON.stringify(POSTING)));
    const problems: unknown[] = [];
    expect(extractJsonLd(page, (error) => problems.push(error))).toHaveLength(1);
    expect(problems).toHaveLength(2);
    expect(problems[0]).toBeInstanceOf(SyntaxError);
  });

  it('reads blocks with a charset or capitals in their type', () => {
    expect(
      extractJsonLd(pageOf(`<script type="Application/LD+JSON; charset=utf-8">${JSON.stringify(POSTING)}</script>`)),
    ).toHaveLength(1);
  });

  it('does not loop in a value that nests without end', () => {
    const deep = `${'{"mainEntity":'.repeat(5_000)}${JSON.stringify(POSTING)}${'}'.repeat(5_000)}`;
    expect(titles(deep)).toEqual(['Line cook']);
  });
});

describe('fields of a posting', () => {
  it.each([
    ['a name', 'Green Spoon', 'Green Spoon'],
    ['an encoded name', { name: 'Green &amp; Spoon' }, 'Green & Spoon'],
    ['a legal name', { legalName: 'Green Spoon Ltd' }, 'Green Spoon Ltd'],
    ['the first of several', [{ name: '' }, { name: 'Second' }], 'Second'],
    ['a value with a language', { '@value': 'Spoon', '@language': 'en' }, 'Spoon'],
    ['nothing', null, null],
    ['nonsense', { name: { name: {} } }, null],
  ])('reads a company from %s', (_name, hiringOrganization, company) => {
    expect(one({ hiringOrganization })?.company).toBe(company);
  });

  it.each([
    ['a string', 'Riverton', 'Riverton'],
    ['an address string', { address: ' Mill Road,\nRiverton ' }, 'Mill Road, Riverton'],
    [
      'an address without a place',
      { '@type': 'PostalAddress', addressLocality: 'Riverton', addressCountry: { name: 'Freeland' } },
      'Riverton, Freeland',
    ],
    ['a name', { '@type': 'Place', name: 'Hilltop' }, 'Hilltop'],
    [
      'several places',
      [{ address: { addressLocality: 'A' } }, { address: { addressLocality: 'B' } }, { address: 'A' }],
      'A; B',
    ],
    [
      'repeated parts',
      { address: { addressLocality: 'Port', addressRegion: 'Port', addressCountry: 'XX' } },
      'Port, XX',
    ],
    ['nonsense', [7, {}, []], '7'],
  ])('reads a place from %s', (_name, jobLocation, location) => {
    expect(one({ jobLocation })?.location).toBe(location);
  });

  it('takes the countries of a remote job for its place', () => {
    const changes = {
      jobLocation: undefined,
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: [{ '@type': 'Country', name: 'NZ' }],
    };
    expect(one(changes)?.location).toBe('NZ');
  });

  it.each([
    ['a number', { value: 1500, currency: 'USD' }, '1500 USD'],
    ['a range on the amount', { minValue: 15000, maxValue: 20000, currency: 'USD' }, '15000-20000 USD'],
    [
      'a range with a unit',
      { currency: 'USD', value: { minValue: '15000', maxValue: '20000', unitText: 'MONTH' } },
      '15000-20000 USD / MONTH',
    ],
    ['one end', { currency: 'USD', value: { minValue: 900, unitText: 'WEEK' } }, '900 USD / WEEK'],
    ['equal ends', { currency: 'USD', value: { minValue: 900, maxValue: 900 } }, '900 USD'],
    ['bare text', 'USD 900 a week', 'USD 900 a week'],
    ['words in the number', { currency: 'KRW', value: { value: 'by agreement' } }, 'by agreement'],
    ['nothing', { currency: 'USD' }, null],
  ])('reads pay from %s', (_name, baseSalary, pay) => {
    expect(one({ baseSalary })?.pay).toBe(pay);
  });

  it('takes the currency beside a bare number and the estimate where there is no salary', () => {
    expect(one({ baseSalary: 900, salaryCurrency: 'USD' })?.pay).toBe('900 USD');
    expect(
      one({ baseSalary: undefined, estimatedSalary: [{ currency: 'USD', value: { minValue: 1, maxValue: 2 } }] })?.pay,
    ).toBe('1-2 USD');
  });

  it('adds benefits and requirements that the description lacks', () => {
    const text = one({
      jobBenefits: 'Free flight',
      skills: ['Typing', 'Meals paid.'],
      qualifications: { '@type': 'Thing' },
    })?.text;
    expect(text?.split('\n').slice(-2)).toEqual(['Typing', 'Free flight']);
    expect(text?.match(/Meals paid/g)).toHaveLength(1);
  });

  it('keeps a title that is markup as text', () => {
    expect(one({ title: '<img src=x onerror=alert(1)> Cook &amp; bar' })?.title).toBe(
      '<img src=x onerror=alert(1)> Cook & bar',
    );
  });

  it('gives nothing for an empty posting', () => {
    expect(extractJsonLd(jsonLdPage({ '@type': 'JobPosting' }))).toEqual([]);
  });
});
