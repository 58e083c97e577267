import { describe, expect, it, vi } from 'vitest';
import { badgeFor, showBadge } from './badge.ts';
import { allFailed, announced, settled, type TabRecord } from './tab-state.ts';
import { announcement, verdict } from './testing.ts';

const fake = await vi.hoisted(async () => (await import('../shared/testing/fake-browser.ts')).fakeBrowser());
vi.mock('../shared/browser.ts', () => ({ browser: fake.browser }));

function scored(...levels: Parameters<typeof verdict>[0][]): TabRecord {
  const ids = levels.map((_, number) => `advert ${number}`);
  return levels.reduce<TabRecord>(
    (record, level, number) => settled(record, `advert ${number}`, { ok: true, value: verdict(level) }) ?? record,
    announced(null, announcement(...ids)),
  );
}

/** Contrast of two `#rrggbb` colours as WCAG 2 defines it. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) =>
    [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, index) => sum + part * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe('badgeFor', () => {
  it('counts the marked adverts and names the gravest level in words', () => {
    const badge = badgeFor(scored('none', 'look-closer', 'strong', 'several-signs', 'not-enough'));
    expect(badge.text).toBe('3');
    expect(badge.title).toContain('3 of 5 adverts');
    expect(badge.title).toContain('strong warning signs');
  });

  it('looks different for each level, in colour and in words, and stays legible', () => {
    const badges = (['look-closer', 'several-signs', 'strong'] as const).map((level) => badgeFor(scored(level)));
    expect(new Set(badges.map(({ colour }) => colour)).size).toBe(3);
    expect(new Set(badges.map(({ title }) => title)).size).toBe(3);
    for (const { colour, textColour } of badges) expect(contrast(colour, textColour)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['no page', null],
    ['no advert', announced(null, announcement())],
    ['no warning', scored('none', 'not-enough')],
    ['nothing scored yet', announced(null, announcement('a'))],
  ])('says nothing at all with %s: silence is no praise', (_, record) => {
    expect(badgeFor(record)).toMatchObject({ text: '', title: 'JobLantern' });
  });

  it('shows that the model failed', () => {
    const failed = allFailed(announced(null, announcement('a')), { code: 'model-missing', message: 'gone' });
    expect(badgeFor(failed)).toMatchObject({ text: '!', title: expect.stringContaining('could not be read') });
  });
});

describe('showBadge', () => {
  it('touches one tab alone, and none that is gone', async () => {
    fake.browser.action.setTitle.mockRejectedValueOnce(new Error('No tab with id: 5'));
    await showBadge(5, scored('strong'));
    expect(fake.browser.action.setBadgeText).toHaveBeenCalledWith({ tabId: 5, text: '1' });
  });
});
