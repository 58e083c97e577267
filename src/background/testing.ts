import type { JobAdvert } from '../adverts/types.ts';
import type { Level, Verdict } from '../engine/types.ts';
import type { Announcement } from './tab-state.ts';

/** An invented advert; its text tells its id. */
export function advert(id: string): JobAdvert {
  return {
    id,
    url: `https://board.example/${id}`,
    board: 'board',
    found: 'board',
    title: `Title ${id}`,
    company: null,
    location: null,
    pay: null,
    text: `Text of ${id}`,
  };
}

export function verdict(level: Exclude<Level, 'unreadable'>): Verdict {
  return {
    level,
    notEnough: null,
    probability: 0.5,
    reasons: [],
    checkable: [],
    questions: [],
    language: 'en',
    model: { name: 'test', sha256: '0'.repeat(64) },
    truncated: false,
    ms: 1,
  };
}

export function announcement(...ids: string[]): Announcement {
  return {
    url: 'https://board.example/list',
    openId: null,
    adverts: ids.map((id) => ({ advert: advert(id), role: 'card' as const })),
  };
}
