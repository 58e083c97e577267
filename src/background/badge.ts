import { type Level, WARNED } from '../engine/types.ts';
import { browser } from '../shared/browser.ts';
import type { TabRecord } from './tab-state.ts';

export interface Badge {
  readonly text: string;
  /** Background colour; the text is always dark on light or light on dark with a contrast of 4.5 or more. */
  readonly colour: string;
  readonly textColour: string;
  /** The same in words: nothing is said by colour alone. */
  readonly title: string;
}

const NAME = 'JobLantern';
const LOOK: Partial<Record<Level, Pick<Badge, 'colour' | 'textColour'> & { words: string }>> = {
  'look-closer': { colour: '#f2c230', textColour: '#1b1b1b', words: 'look closer' },
  'several-signs': { colour: '#b45309', textColour: '#ffffff', words: 'several warning signs' },
  strong: { colour: '#a3122b', textColour: '#ffffff', words: 'strong warning signs' },
};
const EMPTY: Badge = { text: '', colour: '#5b6470', textColour: '#ffffff', title: NAME };

/** The toolbar's badge of a tab: how many adverts are marked, by the gravest level; `!` where the model failed; else nothing. */
export function badgeFor(record: TabRecord | null): Badge {
  const results = record?.adverts.map(({ result }) => result) ?? [];
  const levels = results.flatMap((result): Level[] => (result.status === 'scored' ? [result.verdict.level] : []));
  const warned = levels.filter((level) => WARNED.includes(level));
  const gravest = WARNED.findLast((level) => warned.includes(level));
  const look = gravest && LOOK[gravest];
  if (look) {
    const { words, ...colours } = look;
    const count = results.length === 1 ? '1 advert marked' : `${warned.length} of ${results.length} adverts marked`;
    return { ...colours, text: String(warned.length), title: `${NAME}: ${count}, gravest: ${words}` };
  }
  if (results.some(({ status }) => status === 'failed')) {
    return { ...EMPTY, text: '!', title: `${NAME}: the adverts could not be read` };
  }
  return EMPTY;
}

/** Shows the badge on one tab; a tab that was closed meanwhile is no error. */
export async function showBadge(tabId: number, record: TabRecord | null): Promise<void> {
  const { text, colour, textColour, title } = badgeFor(record);
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: colour }),
    browser.action.setBadgeTextColor?.({ tabId, color: textColour }),
    browser.action.setTitle({ tabId, title }),
  ]);
}
