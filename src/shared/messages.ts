import type { JobAdvert } from '../adverts/types.ts';
import type { EngineErrorCode, Span, Verdict } from '../engine/types.ts';

/** Failures cross as values; `code` selects the text shown. */
export type Failure = { readonly code: EngineErrorCode | 'internal' | 'no-page'; readonly message: string };
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

/** One advert of a page with what is known of it so far. */
export interface AdvertState {
  readonly advert: JobAdvert;
  readonly role: 'detail' | 'card';
  readonly result:
    | { readonly status: 'waiting' }
    | { readonly status: 'scored'; readonly verdict: Verdict }
    | { readonly status: 'failed'; readonly error: Failure };
}

/** What the popup is told of the tab it belongs to. */
export type TabState =
  /** No content script runs here: a browser page, or a site not yet permitted. */
  | { readonly kind: 'no-access'; readonly url: string | null }
  /** The content script runs and found no advert. */
  | { readonly kind: 'nothing'; readonly url: string }
  | {
      readonly kind: 'adverts';
      readonly url: string;
      /** Id of the advert the reader has open, null on a plain list. */
      readonly openId: string | null;
      readonly adverts: readonly AdvertState[];
    };

/**
 * Every message, by receiver: `background` (router), `engine` (offscreen document or the event page itself), `content` (one tab).
 * Adding a message is one line; both ends are checked against it.
 */
export interface MessageMap {
  background: {
    /** Content script: the adverts now on the page, in page order; replaces what was known of the tab. */
    'page/adverts': {
      request: { url: string; openId: string | null; adverts: { advert: JobAdvert; role: 'detail' | 'card' }[] };
      response: null;
    };
    /** Content script: score one advert that was announced. */
    'advert/score': { request: { id: string }; response: Verdict };
    /** Popup: what is known of a tab. */
    'tab/state': { request: { tabId: number }; response: TabState };
    /** Popup: read the page again (also injects the content script on the strength of the click, where none runs). */
    'tab/rescan': { request: { tabId: number }; response: null };
  };
  engine: {
    'engine/score': { request: { advert: JobAdvert }; response: Verdict };
    /** The advert is no longer on any page: its `engine/score` fails with `aborted`. */
    'engine/abort': { request: { advertId: string }; response: null };
  };
  content: {
    /** Is a content script there, and at which address? */
    'content/ping': { request: null; response: { url: string } };
    'content/rescan': { request: null; response: null };
    /** Highlight the words of a reason, and scroll to the first. */
    'content/highlight': { request: { advertId: string; spans: Span[] }; response: { shown: number } };
    'content/clear-highlight': { request: null; response: null };
  };
}
export type Receiver = keyof MessageMap;
export type MessageType<R extends Receiver> = keyof MessageMap[R] & string;
type Entry<R extends Receiver, T extends MessageType<R>> = MessageMap[R][T] extends {
  request: infer Q;
  response: infer A;
}
  ? { request: Q; response: A }
  : never;
export type Request<R extends Receiver, T extends MessageType<R>> = Entry<R, T>['request'];
export type Response<R extends Receiver, T extends MessageType<R>> = Entry<R, T>['response'];

/** What actually crosses: an explicit receiver, since every page of the extension hears `runtime.sendMessage`. */
export interface Envelope {
  readonly to: Receiver;
  readonly type: string;
  readonly request: unknown;
}
