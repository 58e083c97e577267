import type { TestAdvert } from './adverts.ts';

/** Text as markup: made-up adverts may hold characters that mean something in HTML. */
export function asMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${asMarkup(title)}</title></head><body>${body}</body></html>`;
}

const paragraphs = (lines: readonly string[]) => lines.map((line) => `<p>${asMarkup(line)}</p>`).join('');

/** A page of search results as SEEK and JobStreet build it. */
export function seekList(adverts: readonly TestAdvert[]): string {
  const cards = adverts.map(
    (advert) => `
      <article data-job-id="${advert.id}" data-testid="job-card">
        <h3><a data-automation="jobTitle" href="/job/${advert.id}">${asMarkup(advert.title)}</a></h3>
        <span data-automation="jobCompany">${asMarkup(advert.company)}</span>
        <span data-automation="jobCardLocation">${asMarkup(advert.place)}</span>
        <span data-automation="jobSalary">${asMarkup(advert.pay)}</span>
        <ul>${advert.lines.map((line) => `<li>${asMarkup(line)}</li>`).join('')}</ul>
      </article>`,
  );
  return page('Jobs', `<main><h1>${adverts.length} jobs</h1>${cards.join('')}</main>`);
}

/** One job's own page as SEEK and JobStreet build it. */
export function seekDetail(advert: TestAdvert, extra = ''): string {
  return page(
    advert.title,
    `<main>
      <h1 data-automation="job-detail-title">${asMarkup(advert.title)}</h1>
      <span data-automation="advertiser-name">${asMarkup(advert.company)}</span>
      <span data-automation="job-detail-location">${asMarkup(advert.place)}</span>
      <span data-automation="job-detail-salary">${asMarkup(advert.pay)}</span>
      <div data-automation="jobAdDetails">${paragraphs(advert.lines)}</div>
    </main>${extra}`,
  );
}

/**
 * Search results as Indeed builds them: cards on the left, and a pane that its script fills when a card is clicked. The address
 * changes first, then the title, and the words last: between the two the pane holds parts of both jobs. How long it did, in
 * milliseconds, stands in `data-mixed` of the body.
 */
export function indeedApp(adverts: readonly TestAdvert[], delay = 40): string {
  const cards = adverts.map(
    ({ id, title, company, place }) => `
      <div class="cardOutline"><div class="job_seen_beacon">
        <h2 class="jobTitle"><a data-jk="${id}" href="/viewjob?jk=${id}">${asMarkup(title)}</a></h2>
        <span data-testid="company-name">${asMarkup(company)}</span>
        <div data-testid="text-location">${asMarkup(place)}</div>
      </div></div>`,
  );
  const data = JSON.stringify(adverts).replaceAll('<', '\\u003c');
  const script = `
    const adverts = ${data};
    const wait = () => new Promise((resolve) => setTimeout(resolve, ${delay}));
    const put = (id, text) => { document.getElementById(id).textContent = text; };
    async function open(advert) {
      history.pushState({}, '', '/jobs?q=work&vjk=' + advert.id);
      await wait();
      put('title', advert.title);
      const since = performance.now();
      await wait();
      put('company', advert.company); put('place', advert.place); put('salaryText', advert.pay);
      await wait();
      document.getElementById('jobDescriptionText').replaceChildren(...advert.lines.map((line) => {
        const p = document.createElement('p'); p.textContent = line; return p;
      }));
      document.body.dataset.mixed = String(performance.now() - since);
    }
    for (const link of document.querySelectorAll('a[data-jk]')) {
      link.addEventListener('click', (event) => {
        event.preventDefault();
        open(adverts.find(({ id }) => id === link.dataset.jk));
      });
    }`;
  return page(
    'Jobs',
    `<div>${cards.join('')}</div>
    <div class="pane">
      <h2 data-testid="jobsearch-JobInfoHeader-title" class="jobsearch-JobInfoHeader-title" id="title"></h2>
      <div data-testid="inlineHeader-companyName" id="company"></div>
      <div data-testid="inlineHeader-companyLocation" id="place"></div>
      <div id="salaryInfoAndJobType"><span id="salaryText"></span></div>
      <div id="jobDescriptionText"></div>
    </div>
    <script>${script}</script>`,
  );
}

/** A page of no known board, without structured data: read only when the reader asks for it. */
export function plainPage(advert: TestAdvert): string {
  return page(
    'Village notice board',
    `<nav><a href="/">Home</a></nav><main><h1>${asMarkup(advert.title)}</h1>${paragraphs(advert.lines)}</main>`,
  );
}
