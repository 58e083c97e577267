import { DEMO_ADVERTS, type DemoAdvert } from './adverts.ts';

/** Where the demo board stands. `.example` names exist nowhere: the local proxy alone answers for them. */
export const DEMO_URL = 'http://demo-jobs.example/';

const STYLE = `
  :root { color-scheme: light; font: 16px/1.5 system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif; color: #1d2733; background: #f3f5f8; }
  body { margin: 0; }
  header { background: #12415f; color: #fff; padding: 1rem 2rem; font-weight: 700; font-size: 1.25rem; }
  header a { color: inherit; text-decoration: none; }
  main { max-width: 46rem; margin: 1.5rem auto; padding: 0 1rem; }
  article { background: #fff; border: 1px solid #d8dfe7; border-radius: 10px; padding: 1rem 1.25rem; margin-bottom: 1rem; }
  h2 { margin: 0; font-size: 1.15rem; }
  h2 a { color: #12415f; }
  .facts { color: #51606f; margin: 0.25rem 0 0.75rem; }
  article p { margin: 0.4rem 0; }
  footer { text-align: center; color: #51606f; padding: 1rem; font-size: 0.875rem; }`;

/** Text as markup. */
function asMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><title>${asMarkup(title)}</title><style>${STYLE}</style></head>
<body><header><a href="/">Demo Jobs</a></header><main>${body}</main>
<footer>Every advert on this board is made up.</footer></body></html>`;
}

/** An advert with its microdata, as boards put it there for search engines. */
function article(advert: DemoAdvert, heading: string): string {
  return `
<article itemscope itemtype="https://schema.org/JobPosting" lang="${advert.lang}">
  ${heading}
  <p class="facts">
    <span itemprop="hiringOrganization">${asMarkup(advert.company)}</span> ·
    <span itemprop="jobLocation">${asMarkup(advert.place)}</span> ·
    <span itemprop="baseSalary">${asMarkup(advert.pay)}</span>
  </p>
  <meta itemprop="datePosted" content="${advert.posted}">
  <meta itemprop="url" content="${DEMO_URL}job/${advert.id}">
  <div itemprop="description">${advert.lines.map((line) => `<p>${asMarkup(line)}</p>`).join('')}</div>
</article>`;
}

/** The page with all adverts. */
export function listPage(adverts: readonly DemoAdvert[] = DEMO_ADVERTS): string {
  const cards = adverts.map((advert) =>
    article(advert, `<h2><a itemprop="title" href="/job/${advert.id}">${asMarkup(advert.title)}</a></h2>`),
  );
  return page('Demo Jobs', `<h1>${adverts.length} jobs</h1>${cards.join('')}`);
}

/** The page of one advert. */
export function detailPage(advert: DemoAdvert): string {
  return page(advert.title, article(advert, `<h1 itemprop="title">${asMarkup(advert.title)}</h1>`));
}

/** Every page of the board by its address. */
export function boardPages(): ReadonlyMap<string, string> {
  const details = DEMO_ADVERTS.map((advert) => [`${DEMO_URL}job/${advert.id}`, detailPage(advert)] as const);
  return new Map([[DEMO_URL, listPage()], ...details]);
}
