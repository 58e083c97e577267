/** How an advert was found, from the most to the least certain. */
export type Found = 'json-ld' | 'board' | 'generic' | 'selection' | 'pasted' | 'picture';

/** One job advert as plain data: crosses messages, is scored, is exported. */
export interface JobAdvert {
  /** Hash of `source`; every result is keyed by it. */
  readonly id: string;
  readonly url: string;
  /** Id of the board, or of the fallback that found it (`json-ld`, `generic`). */
  readonly board: string;
  readonly found: Found;
  readonly title: string;
  readonly company: string | null;
  readonly location: string | null;
  readonly pay: string | null;
  /** Plain text, never markup. */
  readonly text: string;
}

/** An advert with the places in the page that belong to it; never crosses a message. */
export interface FoundAdvert {
  readonly advert: JobAdvert;
  /** Element that holds the advert's words, or null where it came from JSON-LD alone. */
  readonly root: Element | null;
  /** Element that a mark is put beside: the card's title or the detail's heading. */
  readonly heading: Element | null;
  /** `detail` is the advert the reader has open, `card` one of a list. */
  readonly role: 'detail' | 'card';
}

/** What a board's file or a fallback hands over, before cleaning and hashing. */
export interface RawAdvert {
  readonly title: string | null;
  readonly company?: string | null;
  readonly location?: string | null;
  readonly pay?: string | null;
  readonly text: string;
  /** The advert's own address; the page's where there is none. */
  readonly url?: string | null;
  readonly found: Found;
  readonly root: Element | null;
  readonly heading: Element | null;
  readonly role: 'detail' | 'card';
}

/** A job board: one file in `boards/`, one folder in `fixtures/`. */
export interface Board {
  /** Stable id: the file's name. */
  readonly id: string;
  readonly name: string;
  /** Match patterns as in a manifest: the addresses that this extractor knows. */
  readonly matches: readonly string[];
  /** The part of `matches` that is read without a click, where a board is only one part of a site; all of it by default. */
  readonly readsAlone?: readonly string[];
  /** The adverts of this page, the open one first. An empty list where the page has none; never throws for a strange page. */
  extract(page: Page): RawAdvert[];
}

/** A page as an extractor sees it. */
export interface Page {
  readonly document: Document;
  readonly url: URL;
}
