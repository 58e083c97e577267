import { clean } from './dom.ts';
import { decodeEntities, htmlToText } from './html-text.ts';
import { type Entity, isNode, listOf, wordsOf } from './structured.ts';
import type { RawAdvert } from './types.ts';

/** Fields of a JobPosting that hold words of the advert beside its description. */
const MORE_WORDS = [
  'responsibilities',
  'qualifications',
  'skills',
  'experienceRequirements',
  'educationRequirements',
  'workHours',
  'jobBenefits',
  'incentiveCompensation',
];

/** A JobPosting's fields as an advert, without a place in the page. Null where it holds neither title nor words. */
export function advertOfPosting(posting: Entity, role: RawAdvert['role'], page: Document): RawAdvert | null {
  const line = (value: unknown) => {
    const words = wordsOf(value);
    return words === null ? null : clean(decodeEntities(words, page));
  };
  const title = line(posting.title) ?? line(posting.name);
  const company = line(posting.hiringOrganization);
  const location = joined(placesOf(posting), '; ', line);
  const pay = joined(paysOf(posting), '; ', line);
  const description = htmlToText(wordsOf(posting.description) ?? '', page);
  const more = MORE_WORDS.flatMap((field) => listOf(posting[field])).filter((value) => typeof value === 'string');
  // The model reads title and text alone, and a page shows these facts beside the description.
  const text = withFacts([company, location, pay], description, [
    ...new Set(more.map((words) => htmlToText(words, page))),
  ]);
  if (title === null && text === '') return null;
  const url = wordsOf(posting.url);
  return { title, company, location, pay, text, url, found: 'json-ld', root: null, heading: null, role };
}

function withFacts(facts: readonly (string | null)[], description: string, more: readonly string[]): string {
  const missing = (words: string | null) => words !== null && words !== '' && !description.includes(words);
  return [...facts.filter(missing), description, ...more.filter(missing)].filter((part) => part !== '').join('\n');
}

function joined(values: readonly string[], separator: string, line: (value: string) => string | null): string | null {
  const parts = values.map(line).filter((part) => part !== null);
  return [...new Set(parts)].join(separator) || null;
}

function placesOf(posting: Entity): string[] {
  const places = listOf(posting.jobLocation).map(placeWords);
  const found = places.filter((place) => place !== '');
  if (found.length > 0) return found;
  return listOf(posting.applicantLocationRequirements).flatMap((place) => wordsOf(place) ?? []);
}

function placeWords(place: unknown): string {
  if (!isNode(place)) return wordsOf(place) ?? '';
  const addresses = listOf(place.address ?? (place.addressLocality || place.addressCountry ? place : null));
  const written = addresses.map(addressWords).filter((words) => words !== '');
  return written.join('; ') || (wordsOf(place.name) ?? '');
}

function addressWords(address: unknown): string {
  if (!isNode(address)) return wordsOf(address) ?? '';
  const parts = ['streetAddress', 'addressLocality', 'addressRegion', 'addressCountry'];
  const words = parts.flatMap((part) => wordsOf(address[part]) ?? []);
  return [...new Set(words)].join(', ') || (wordsOf(address.name) ?? '');
}

function paysOf(posting: Entity): string[] {
  const currency = wordsOf(posting.salaryCurrency);
  const pays = (field: string) => listOf(posting[field]).map((pay) => payWords(pay, currency));
  const base = pays('baseSalary').filter((pay) => pay !== '');
  return base.length > 0 ? base : pays('estimatedSalary').filter((pay) => pay !== '');
}

function payWords(pay: unknown, postingCurrency: string | null): string {
  const amount = isNode(pay) ? pay : { value: pay };
  const quantity = listOf(amount.value).find(isNode) ?? amount;
  const from = wordsOf(quantity.minValue);
  const to = wordsOf(quantity.maxValue);
  const range = from !== null && to !== null && from !== to ? `${from}-${to}` : (from ?? to);
  const value = range ?? wordsOf(quantity.value);
  if (value === null) return '';
  // Some boards write "by agreement" into the number's field: a currency behind that says nothing.
  if (!/\p{Nd}/u.test(value)) return value;
  const currency = wordsOf(amount.currency) ?? wordsOf(quantity.currency) ?? postingCurrency;
  const unit = wordsOf(quantity.unitText) ?? wordsOf(amount.unitText);
  return `${value}${currency === null ? '' : ` ${currency}`}${unit === null ? '' : ` / ${unit}`}`;
}
