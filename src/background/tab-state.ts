import type { Verdict } from '../engine/types.ts';
import type { AdvertState, Failure, Request, Result } from '../shared/messages.ts';

export type Announcement = Request<'background', 'page/adverts'>;

/** What is kept of one tab. Results belong to an advert's id, so that no verdict can slip to another advert. */
export interface TabRecord {
  /** Differs for each announcement, so that a late farewell of an old page cannot clear what a new one said. */
  readonly key: string;
  readonly url: string;
  readonly openId: string | null;
  readonly adverts: readonly AdvertState[];
}

/** Replaces what was known of the tab; results of adverts that are still there stay. */
export function announced(before: TabRecord | null, { url, openId, adverts }: Announcement): TabRecord {
  const known = new Map(before?.adverts.map((entry) => [entry.advert.id, entry.result]));
  return {
    key: crypto.randomUUID(),
    url,
    openId,
    adverts: adverts.map(({ advert, role }) => ({
      advert,
      role,
      result: known.get(advert.id) ?? { status: 'waiting' },
    })),
  };
}

/** Writes the result of one advert; null where the advert is no longer on the page. */
export function settled(before: TabRecord | null, id: string, result: Result<Verdict>): TabRecord | null {
  if (!before?.adverts.some(({ advert }) => advert.id === id)) return null;
  return changed(before, (entry) => {
    if (entry.advert.id !== id) return entry.result;
    return result.ok ? { status: 'scored', verdict: result.value } : { status: 'failed', error: result.error };
  });
}

/** The engine cannot score at all: every advert that still waits has failed. */
export function allFailed(before: TabRecord, error: Failure): TabRecord {
  return changed(before, ({ result }) => (result.status === 'waiting' ? { status: 'failed', error } : result));
}

/** The reader asked again: what failed waits once more. */
export function failedWaits(before: TabRecord): TabRecord {
  return changed(before, ({ result }) => (result.status === 'failed' ? { status: 'waiting' } : result));
}

/** Ids of adverts that left the page before they were scored. */
export function abandoned(before: TabRecord | null, after: TabRecord | null): string[] {
  const left = new Set(after?.adverts.map(({ advert }) => advert.id));
  return (before?.adverts ?? [])
    .filter(({ advert, result }) => result.status === 'waiting' && !left.has(advert.id))
    .map(({ advert }) => advert.id);
}

function changed(record: TabRecord, result: (entry: AdvertState) => AdvertState['result']): TabRecord {
  return { ...record, adverts: record.adverts.map((entry) => ({ ...entry, result: result(entry) })) };
}
