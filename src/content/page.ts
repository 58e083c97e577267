import type { FoundAdvert, JobAdvert } from '../adverts/types.ts';
import type { Span, Verdict } from '../engine/types.ts';
import type { Failure, Request, Result } from '../shared/messages.ts';
import { findSpans } from './find-in-page.ts';
import type { Highlighter } from './highlight.ts';
import type { Marks } from './marks.ts';
import { askingOrder, scoreAll } from './scoring.ts';
import { watch } from './triggers.ts';

type Announcement = Request<'background', 'page/adverts'>;

export interface PageParts {
  readonly view: Window;
  readonly extract: () => FoundAdvert[];
  readonly announce: (announcement: Announcement) => Promise<Result<null>>;
  readonly score: (id: string) => Promise<Result<Verdict>>;
  /** Keeps the background alive until the answer is called. */
  readonly hold: () => () => void;
  /** The extension was updated or removed: this script can reach nobody any more. */
  readonly isLost: () => boolean;
  readonly marks: Marks;
  readonly highlighter: Highlighter;
}

/** The life of one page: find adverts, announce them, ask for verdicts, mark; again whenever the page changes. */
export class JobPage {
  readonly #parts: PageParts;
  readonly #life = new AbortController();
  readonly #verdicts = new Map<string, Verdict>();
  readonly #failed = new Set<string>();
  #adverts: readonly FoundAdvert[] = [];
  #announced: string | null = null;
  /** The page changed since it was read: elements that are known may already hold another advert. */
  #stale = false;
  #round = new AbortController();

  constructor(parts: PageParts) {
    this.#parts = parts;
  }

  start(): void {
    const { view, marks } = this.#parts;
    watch(
      view,
      {
        onChange: () => void this.read(),
        onMutations: (changes) => {
          this.#stale = true;
          marks.distrust(changes);
        },
        isOwn: (change) => marks.isOwn(change),
      },
      this.#life.signal,
    );
    view.addEventListener('pagehide', () => this.#forget(), { signal: this.#life.signal });
    if (view.document.hidden) {
      view.document.addEventListener('visibilitychange', () => void this.read(), {
        once: true,
        signal: this.#life.signal,
      });
    } else void this.read();
  }

  /**
   * Finds the adverts anew. Resolves once they are announced; scoring goes on behind it.
   * @param again announce and score even where nothing changed: the reader asked.
   */
  async read(again = false): Promise<void> {
    const { view, extract, announce, isLost, marks } = this.#parts;
    if (this.#life.signal.aborted) return;
    if (isLost()) return this.stop();

    this.#adverts = extract();
    this.#stale = false;
    this.#keepOnlyPresent();
    if (again) this.#failed.clear();
    marks.show(this.#adverts, this.#verdicts);

    const announcement = announcementOf(view.location.href, this.#adverts);
    const key = keyOf(announcement);
    if (key === this.#announced && !again) return;
    this.#announced = key;
    this.#parts.highlighter.clear();
    this.#round.abort();
    this.#round = new AbortController();
    const { signal } = this.#round;
    const told = await announce(announcement);
    if (signal.aborted) return;
    if (told.ok) void this.#score(signal);
    else if (isLost()) this.stop();
    // Not told: the next look at the page announces again.
    else this.#announced = null;
  }

  /** Highlights words of an advert that is still on the page. */
  highlight(advertId: string, spans: readonly Span[]): number {
    const { highlighter, view } = this.#parts;
    const found = this.#adverts.find(({ advert }) => advert.id === advertId);
    if (!found) {
      highlighter.clear();
      return 0;
    }
    const roots = [found.root, view.document.body].filter((root) => root !== null);
    const ranges = findSpans(roots, found.advert, spans);
    highlighter.show(ranges);
    return ranges.length;
  }

  clearHighlight(): void {
    this.#parts.highlighter.clear();
  }

  /** Leaves the page as if this script had never been there. */
  stop(): void {
    this.#life.abort();
    this.#round.abort();
    this.#parts.marks.clear();
    this.#parts.highlighter.clear();
  }

  async #score(signal: AbortSignal): Promise<void> {
    const { hold, score, marks } = this.#parts;
    const ids = askingOrder(this.#adverts).filter((id) => !this.#verdicts.has(id) && !this.#failed.has(id));
    if (ids.length === 0) return;
    const release = hold();
    try {
      await scoreAll(
        ids,
        {
          score,
          onVerdict: (id, verdict) => {
            this.#verdicts.set(id, verdict);
            if (!this.#stale) marks.show(this.#adverts, this.#verdicts);
          },
          onFailure: (id: string, _failure: Failure) => this.#failed.add(id),
        },
        signal,
      );
    } finally {
      release();
    }
    if (this.#parts.isLost()) this.stop();
  }

  #keepOnlyPresent(): void {
    const present = new Set(this.#adverts.map(({ advert }) => advert.id));
    for (const id of this.#verdicts.keys()) if (!present.has(id)) this.#verdicts.delete(id);
    for (const id of this.#failed) if (!present.has(id)) this.#failed.delete(id);
  }

  #forget(): void {
    this.#round.abort();
    this.#announced = null;
    this.#parts.highlighter.clear();
  }
}

function announcementOf(url: string, adverts: readonly FoundAdvert[]): Announcement {
  // Cards with the same words share one verdict and one line of the popup; the open advert stands first and stays.
  const unique = new Map<string, { advert: JobAdvert; role: 'detail' | 'card' }>();
  for (const { advert, role } of adverts) if (!unique.has(advert.id)) unique.set(advert.id, { advert, role });
  const openId = adverts.find(({ role }) => role === 'detail')?.advert.id ?? null;
  return { url, openId, adverts: [...unique.values()] };
}

function keyOf({ url, openId, adverts }: Announcement): string {
  return JSON.stringify([url, openId, adverts.map(({ advert }) => advert.id)]);
}
