import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OWN_WORDS } from './fixture/words.ts';
import { main } from './fixture.ts';

/** A made-up page with something to hide in every place that a page has for words. */
const PAGE = `<!DOCTYPE html><html lang="en" data-visitor="zarathustra-quibble"><head>
<title>Trombonist wanted at Quizzaciously Ltd</title><base href="https://secrethost.example/">
<meta name="description" content="Hidden metaphor"><meta property="og:url" content="https://board.example/trombonist/99887766">
<link rel="canonical" href="https://board.example/canonicalsecret"><style>.leak{content:"stylishsecret"}</style>
<script>window.user = {mail:"scriptsecret@corp.com"}</script>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"JobPosting","title":"Trombonist","url":"https://board.example/jobs/trombonist-99887766?jk=jsonsecrettoken",
"hiringOrganization":{"@type":"Organization","name":"Quizzaciously Ltd"},"identifier":"77665544","baseSalary":{"@type":"MonetaryAmount","currency":"USD","value":54321},
"employmentType":"FULL_TIME","description":"&lt;p&gt;Play for &lt;b title=&quot;attributesecret&quot;&gt;Marguerite&lt;/b&gt; &amp;amp; Bartholomew&lt;/p&gt;&lt;p&gt;&#82;omanoff&lt;/p&gt;"}</script>
<script type="application/ld+json">{broken jsonsecret</script></head>
<body class="page job-detail css-9f8e7d6c" onload="eventsecret()"><!-- commentsecret by Wilhelmina -->
<h1 id="job_99887766aabb" data-testid="job-title" data-user="marguerite" data-session="c0ffee99887766" style="color:stylesecret">Trombonist</h1>
<a href="https://board.example/company/quizzaciously?utm=tracksecret" title="Quizzaciously home" aria-label="Employer Quizzaciously">Quizzaciously Ltd</a>
<a href="mailto:marguerite@quizzaciously.com">Write to marguerite@quizzaciously.com or @marguerite_q, phone +44 7911 123456, see quizzaciously.com/apply</a>
<a href="javascript:runsecret()">go</a><a href="https://elsewhere.com/othersecret">more</a>
<img src="https://cdn.example/portraitsecret.jpg" alt="Portrait of Bartholomew"><svg><title>Vectorsecret</title></svg>
<input type="text" name="inputsecret" value="typedsecret" placeholder="Bartholomew">
<template><p>templatesecret</p></template><noscript>noscriptsecret</noscript><iframe src="https://x.example/framesecret" srcdoc="docsecret"></iframe>
<p data-json='{"mail":"datasecret@corp.com"}' data-testid="Marguerite Bartholomew">Marguerite pays 54321 USD; Ходить Маргарита; 招募長號手; နေ့စဉ်လုပ်ခ</p></body></html>`;

const PLANTED =
  'zarathustra quibble trombonist wanted quizzaciously secrethost hidden metaphor canonicalsecret stylishsecret scriptsecret corp jsonsecrettoken play marguerite bartholomew romanoff attributesecret jsonsecret eventsecret commentsecret wilhelmina 9f8e7d6c 99887766 aabb c0ffee stylesecret tracksecret home employer write phone 7911 123456 apply runsecret elsewhere othersecret more portraitsecret portrait vectorsecret inputsecret typedsecret templatesecret noscriptsecret framesecret docsecret datasecret pays 54321 77665544 ходить маргарита 招募長號手 長號 နေ့စဉ်လုပ်ခ'.split(
    ' ',
  );

let folder = '';
const said: string[] = [];
const run = (...args: string[]) => {
  said.length = 0;
  return main([...args, '--out', join(folder, 'out')], (line) => said.push(line));
};
const read = (name: string, from = 'hidden') => readFileSync(join(folder, 'out/json-ld', from, name), 'utf8');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fixture-'));
  writeFileSync(join(folder, 'saved.html'), PAGE);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run fixture', () => {
  it('lets no planted word, number, token or address through', () => {
    expect(
      run('json-ld', 'hidden', join(folder, 'saved.html'), '--url', 'https://board.example/job/trombonist-99887766'),
    ).toBe(0);
    const made = `${read('page.html')}\n${read('expected.json')}`.toLowerCase();
    expect(PLANTED.filter((word) => !OWN_WORDS.has(word) && made.includes(word))).toEqual([]);
    expect(said.join('\n')).toContain('1 adverts');
  });

  it('keeps what selectors need and what the extractor reads', () => {
    const page = read('page.html');
    for (const kept of [
      '<h1 ',
      'data-testid="job-title"',
      'class="page job-detail"',
      '"@type": "JobPosting"',
      '"FULL_TIME"',
      'lang="en"',
      'USD',
    ])
      expect(page).toContain(kept);
    const expected = JSON.parse(read('expected.json'));
    expect(expected.url).toMatch(/^https:\/\/board\.example\/job\/\w+-\d{8}$/);
    expect(expected.adverts).toMatchObject([{ board: 'json-ld', found: 'json-ld', role: 'detail' }]);
    const [advert] = expected.adverts;
    // One title in JSON-LD and page stays one title.
    expect(page).toContain(`>${advert.title}</h1>`);
    expect(advert.pay).toMatch(/^\d{5} USD$/);
    expect(advert.textIncludes.length).toBeGreaterThan(0);
  });

  it('makes the same fixture from the same page', () => {
    const before = read('page.html');
    expect(
      run(
        'json-ld',
        'hidden',
        join(folder, 'saved.html'),
        '--force',
        '--url',
        'https://board.example/job/trombonist-99887766',
      ),
    ).toBe(0);
    expect(read('page.html')).toBe(before);
  });

  it('replaces a case only when told to', () => {
    const before = read('page.html');
    expect(run('json-ld', 'hidden', join(folder, 'saved.html'))).toBe(2);
    expect(said.join('\n')).toContain('--force');
    expect(read('page.html')).toBe(before);
  });

  it('keeps only what it is told to keep', () => {
    expect(run('json-ld', 'only', join(folder, 'saved.html'), '--only', 'h1')).toBe(0);
    const page = read('page.html', 'only');
    expect(page).toContain('<h1');
    expect(page).toContain('JobPosting');
    expect(page).not.toMatch(/<(?:a|p|input|img)[ >]/);
  });

  it.each([
    ['a missing file', ['json-ld', 'new', '/nowhere/page.html'], 'cannot read /nowhere/page.html'],
    ['a path as a name', ['json-ld', '../new', 'saved.html'], 'no name of a folder'],
    ['an address without a scheme', ['json-ld', 'new', 'saved.html', '--url', 'board.example'], 'https://'],
    ['too few arguments', ['json-ld'], 'missing required argument'],
    ['a selector that matches nothing', ['json-ld', 'new', 'SAVED', '--only', 'h5'], 'no element matches h5'],
  ])('says what is wrong with %s', (_name, args, words) => {
    expect(run(...args.map((arg) => (arg === 'SAVED' ? join(folder, 'saved.html') : arg)))).toBe(2);
    expect(said.join('\n')).toContain(words);
  });
});
