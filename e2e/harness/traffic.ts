import { JSDOM } from 'jsdom';

/** One thing a browser asked the proxy for: a tunnel (`connect`) or a request, seen after TLS was ended. */
export interface TrafficEntry {
  readonly kind: 'connect' | 'request';
  /** Whole address; for a tunnel `https://host:port`. */
  readonly url: string;
  readonly host: string;
  readonly method: string;
  readonly origin: string | null;
  /** What the browser sent after the headers. */
  readonly body: string;
}

/** Traffic of the browser itself that flags and preferences do not stop. */
export interface BackgroundRule {
  readonly host: string;
  /** Start of the path; a tunnel to the host is let pass too. */
  readonly path: string;
  /** Why it is known to come from the browser and not from the extension. */
  readonly reason: string;
}

/** Everything that a session asked the network for, and what was expected of it. */
export class Traffic {
  readonly entries: TrafficEntry[] = [];
  readonly #expected = new Set<string>();
  readonly #hosts = new Set<string>();

  record(entry: TrafficEntry): void {
    this.entries.push(entry);
  }

  /** The reader opened this address, or the page at it names it as one of its resources. */
  expect(url: string): void {
    const { href, hostname } = new URL(url);
    this.#expected.add(href.replace(/#.*$/, ''));
    this.#hosts.add(hostname);
  }

  /** Requests nobody asked for: neither opened by the reader, nor part of a page, nor known traffic of the browser. */
  unexplained(background: readonly BackgroundRule[]): TrafficEntry[] {
    return this.entries.filter((entry) => !this.#isExpected(entry) && !background.some((rule) => matches(rule, entry)));
  }

  #isExpected(entry: TrafficEntry): boolean {
    if (!this.#hosts.has(entry.host)) return false;
    if (entry.kind === 'connect') return true;
    const fromExtension = entry.origin?.includes('-extension://') ?? false;
    const favicon = new URL(entry.url).pathname === '/favicon.ico';
    return !fromExtension && entry.method === 'GET' && entry.body === '' && (favicon || this.#expected.has(entry.url));
  }
}

function matches(rule: BackgroundRule, entry: TrafficEntry): boolean {
  if (entry.host !== rule.host || entry.origin?.includes('-extension://')) return false;
  return entry.kind === 'connect' || new URL(entry.url).pathname.startsWith(rule.path);
}

/** Addresses that a page loads by itself: its images, scripts, styles and frames. */
export function resourcesOf(html: string, pageUrl: string): string[] {
  const { document } = new JSDOM(html, { url: pageUrl }).window;
  const loaded = document.querySelectorAll('img[src], script[src], iframe[src], source[src], link[href], input[src]');
  return [...loaded].flatMap((element) => {
    const address = element.getAttribute('src') ?? element.getAttribute('href') ?? '';
    if (!URL.canParse(address, pageUrl)) return [];
    const url = new URL(address, pageUrl);
    return url.protocol.startsWith('http') ? [url.href.replace(/#.*$/, '')] : [];
  });
}
