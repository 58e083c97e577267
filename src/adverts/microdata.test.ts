import { describe, expect, it } from 'vitest';
import { extractMicrodata } from './microdata.ts';
import { pageOf } from './testing.ts';

const item = (inner: string) => `<div itemscope itemtype="http://schema.org/JobPosting">${inner}</div>`;
const JOB = `<meta itemprop="url" content="/vacancy/7"><h1 itemprop="title">Line <b>cook</b></h1>
  <a itemprop="hiringOrganization" href="/employer/3">Green Spoon</a>
  <meta itemprop="salaryCurrency" content="NZD"><meta itemprop="baseSalary" content="900">
  <div itemprop="jobLocation" itemscope itemtype="http://schema.org/Place"><span itemprop="name">Hilltop</span>
    <div itemprop="address" itemscope itemtype="http://schema.org/PostalAddress">
      <span itemprop="streetAddress">Mill Road 1</span>, <span itemprop="addressLocality">Riverton</span></div></div>
  <div itemprop="description"><p>Two shifts.</p><p>Meals paid.</p></div>`;

describe('extractMicrodata', () => {
  it('reads a posting with its places in the page', () => {
    const page = pageOf(`<nav>Menu</nav>${item(JOB)}`);
    const [advert, ...others] = extractMicrodata(page);
    expect(others).toEqual([]);
    expect(advert).toMatchObject({
      title: 'Line cook',
      company: 'Green Spoon',
      location: 'Mill Road 1, Riverton',
      pay: '900 NZD',
      text: 'Green Spoon\nMill Road 1, Riverton\n900 NZD\nTwo shifts.\nMeals paid.',
      url: '/vacancy/7',
      role: 'detail',
    });
    expect(advert?.root).toBe(page.document.querySelector('[itemscope]'));
    expect(advert?.heading?.localName).toBe('h1');
  });

  it('takes several postings for cards', () => {
    const found = extractMicrodata(
      pageOf([1, 2, 3].map((number) => item(`<h2 itemprop="title">Job ${number}</h2>`)).join('')),
    );
    expect(found.map(({ title, role }) => [title, role])).toEqual([
      ['Job 1', 'card'],
      ['Job 2', 'card'],
      ['Job 3', 'card'],
    ]);
  });

  it('does not mix the fields of an item with those of one inside it', () => {
    const found = extractMicrodata(
      pageOf(
        item(
          '<div itemprop="hiringOrganization" itemscope><b itemprop="name">Spoon</b><i itemprop="title">Not the job</i></div><h1 itemprop="title">Cook</h1>',
        ),
      ),
    );
    expect(found).toMatchObject([{ title: 'Cook', company: 'Spoon' }]);
  });

  it('finds nothing in other types or empty items', () => {
    expect(
      extractMicrodata(
        pageOf(`${item('')}<div itemscope itemtype="http://schema.org/JobPostings"><b itemprop="title">x</b></div>`),
      ),
    ).toEqual([]);
  });
});
