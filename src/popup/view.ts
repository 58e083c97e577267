import type { JobAdvert } from '../adverts/types.ts';
import { type Level, type Verdict, WARNED } from '../engine/types.ts';
import type { AdvertState, Failure, TabState } from '../shared/messages.ts';

export type FailureCode = Failure['code'];

/** What is known of the tab: nothing yet, its state, or why it cannot be known. */
export type Knowledge =
  | { readonly status: 'pending' }
  | { readonly status: 'known'; readonly tab: TabState }
  | { readonly status: 'broken'; readonly code: FailureCode };

/** What the reader chose to look at, with the page as it was then: on another advert or page it no longer counts. */
export interface Choice {
  readonly url: string;
  readonly openId: string | null;
  /** Id of an advert, or null for the list. */
  readonly advertId: string | null;
}

export interface Progress {
  readonly read: number;
  readonly total: number;
}

export type Outcome =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly code: FailureCode }
  | { readonly kind: 'scored'; readonly verdict: Verdict };

export interface Row {
  readonly advert: JobAdvert;
  readonly outcome: Outcome;
}

export const GROUPS = ['marked', 'unmarked', 'unread', 'waiting'] as const;
export type GroupName = (typeof GROUPS)[number];

export type PopupView =
  | { readonly kind: 'loading' }
  /** `forbidden`: a page of the browser itself, which no click opens. */
  | { readonly kind: 'no-access'; readonly forbidden: boolean }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'failed'; readonly code: FailureCode }
  | {
      readonly kind: 'list';
      readonly progress: Progress;
      /** Gravest first within a group, then in page order. */
      readonly groups: Readonly<Record<GroupName, readonly Row[]>>;
    }
  | { readonly kind: 'advert'; readonly advert: JobAdvert; readonly outcome: Outcome; readonly fromList: boolean };

/** Failures of one text or one moment; all others say that the engine itself does not work. */
const OF_ONE_ADVERT: ReadonlySet<FailureCode> = new Set<FailureCode>(['aborted', 'bad-input']);

function outcomeOf({ result }: AdvertState): Outcome {
  if (result.status === 'scored') return { kind: 'scored', verdict: result.verdict };
  if (result.status === 'failed') return { kind: 'failed', code: result.error.code };
  return { kind: 'waiting' };
}

function groupOf(outcome: Outcome): GroupName {
  if (outcome.kind === 'waiting') return 'waiting';
  if (outcome.kind === 'failed' || outcome.verdict.level === 'not-enough') return 'unread';
  return WARNED.includes(outcome.verdict.level) ? 'marked' : 'unmarked';
}

const gravity = (outcome: Outcome): number => (outcome.kind === 'scored' ? WARNED.indexOf(outcome.verdict.level) : -1);

function groupsOf(adverts: readonly AdvertState[]): Record<GroupName, Row[]> {
  const groups: Record<GroupName, Row[]> = { marked: [], unmarked: [], unread: [], waiting: [] };
  for (const state of adverts) {
    const outcome = outcomeOf(state);
    groups[groupOf(outcome)].push({ advert: state.advert, outcome });
  }
  groups.marked.sort((a, b) => gravity(b.outcome) - gravity(a.outcome));
  return groups;
}

/** The engine's failure, where nothing was scored and nothing more is to come. */
function engineFailure(adverts: readonly AdvertState[]): FailureCode | null {
  if (adverts.some(({ result }) => result.status === 'scored')) return null;
  const codes = adverts.flatMap(({ result }) => (result.status === 'failed' ? [result.error.code] : []));
  const modelGone = codes.find((code) => code === 'model-missing' || code === 'model-damaged');
  if (modelGone !== undefined) return modelGone;
  if (codes.length < adverts.length) return null;
  return codes.find((code) => !OF_ONE_ADVERT.has(code)) ?? null;
}

function shownId(tab: Extract<TabState, { kind: 'adverts' }>, choice: Choice | null): string | null {
  const has = (id: string) => tab.adverts.some(({ advert }) => advert.id === id);
  if (choice && choice.url === tab.url && choice.openId === tab.openId) {
    if (choice.advertId === null) return null;
    if (has(choice.advertId)) return choice.advertId;
  }
  if (tab.openId !== null && has(tab.openId)) return tab.openId;
  return tab.adverts.length === 1 ? (tab.adverts[0]?.advert.id ?? null) : null;
}

const isForbidden = (url: string | null): boolean => url !== null && !/^(https?|file):/i.test(url);

/** The one state that the popup shows. The open advert comes first, then the list. */
export function popupView(knowledge: Knowledge, choice: Choice | null): PopupView {
  if (knowledge.status === 'pending') return { kind: 'loading' };
  if (knowledge.status === 'broken') return { kind: 'failed', code: knowledge.code };
  const { tab } = knowledge;
  if (tab.kind === 'no-access') return { kind: 'no-access', forbidden: isForbidden(tab.url) };
  if (tab.kind === 'nothing' || tab.adverts.length === 0) return { kind: 'nothing' };
  const failure = engineFailure(tab.adverts);
  if (failure !== null) return { kind: 'failed', code: failure };

  const id = shownId(tab, choice);
  const shown = tab.adverts.find(({ advert }) => advert.id === id);
  if (shown) {
    return {
      kind: 'advert',
      advert: shown.advert,
      outcome: outcomeOf(shown),
      fromList: tab.adverts.length > 1,
    };
  }
  const groups = groupsOf(tab.adverts);
  const total = tab.adverts.length;
  return { kind: 'list', progress: { read: total - groups.waiting.length, total }, groups };
}

/** Two views with one key differ in what is known, not in what is looked at. */
export function viewKey(view: PopupView): string {
  return view.kind === 'advert' ? `advert ${view.advert.id}` : view.kind;
}

/** The level of an outcome, null while it has none. */
export function levelOf(outcome: Outcome): Level | null {
  return outcome.kind === 'scored' ? outcome.verdict.level : null;
}
