// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { verdict } from '../background/testing.ts';
import type { Verdict } from '../engine/types.ts';
import { createMarks } from './marks.ts';
import { FakeSheet, shown } from './testing.ts';

vi.stubGlobal('CSSStyleSheet', FakeSheet);

const shadows: ShadowRoot[] = [];
const attach = Element.prototype.attachShadow;
vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
  const shadow = attach.call(this, init);
  shadows.push(shadow);
  return shadow;
});

const known = (levels: Record<string, Verdict['level']>) =>
  new Map(Object.entries(levels).map(([id, level]) => [id, verdict(level)]));
const markIn = (element: Element | null) => element?.querySelector('span') ?? null;

async function changesOf(change: () => void): Promise<MutationRecord[]> {
  const observer = new MutationObserver(() => {});
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  change();
  const records = observer.takeRecords();
  observer.disconnect();
  return records;
}

beforeEach(() => {
  document.body.replaceChildren();
  shadows.length = 0;
});

describe('createMarks', () => {
  it('marks warned adverts and no others', () => {
    const levels = ['none', 'not-enough', 'look-closer', 'several-signs', 'strong'] as const;
    const adverts = levels.map((level) => shown(level));
    createMarks().show(
      [...adverts, shown('unknown')],
      known(Object.fromEntries(levels.map((level) => [level, level]))),
    );
    expect(adverts.filter(({ heading }) => markIn(heading)).map(({ advert }) => advert.id)).toEqual([
      'look-closer',
      'several-signs',
      'strong',
    ]);
    expect(shadows.map((shadow) => shadow.textContent)).toEqual([
      expect.stringMatching(/\S+ Look closer/),
      expect.stringMatching(/\S+ Several warning signs/),
      expect.stringMatching(/\S+ Strong warning signs/),
    ]);
  });

  it('shows the page nothing but an empty element', () => {
    const { heading, advert } = shown('a');
    createMarks().show([{ heading, advert, root: null, role: 'card' }], known({ a: 'strong' }));
    const host = markIn(heading);
    expect(host?.shadowRoot).toBeNull();
    expect(host?.outerHTML).toBe('<span></span>');
    expect(heading?.textContent).toBe('Title a');
  });

  it('marks every card that holds the same words', () => {
    const [one, other] = [shown('a'), shown('a')];
    createMarks().show([one, other], known({ a: 'strong' }));
    expect(markIn(one.heading)).not.toBeNull();
    expect(markIn(other.heading)).not.toBeNull();
  });

  it('stays as it is when shown again, and goes with its advert', () => {
    const marks = createMarks();
    const a = shown('a');
    marks.show([a], known({ a: 'strong' }));
    const host = markIn(a.heading);
    marks.show([a], known({ a: 'strong' }));
    expect(markIn(a.heading)).toBe(host);
    marks.show([], known({}));
    expect(markIn(a.heading)).toBeNull();
  });

  it('moves with an advert that the page draws anew', () => {
    const marks = createMarks();
    const before = shown('a');
    marks.show([before], known({ a: 'strong' }));
    const after = shown('a');
    marks.show([after], known({ a: 'strong' }));
    expect(markIn(before.heading)).toBeNull();
    expect(markIn(after.heading)).not.toBeNull();
  });

  it('is gone at once where the page reuses the elements for another advert', async () => {
    for (const part of ['h2', 'p']) {
      const marks = createMarks();
      const a = shown('a');
      const b = shown('b');
      marks.show([a, b], known({ a: 'strong', b: 'strong' }));
      const changes = await changesOf(() => {
        const text = a.root?.querySelector(part)?.lastChild;
        if (text) text.nodeValue = 'Another advert';
      });
      marks.distrust(changes);
      expect(markIn(a.heading)).toBeNull();
      expect(markIn(b.heading)).not.toBeNull();
    }
  });

  it('stays where something was drawn that does not change the words', async () => {
    const marks = createMarks();
    const a = shown('a');
    marks.show([a], known({ a: 'strong' }));
    marks.distrust(await changesOf(() => a.root?.append(document.createElement('svg'))));
    expect(markIn(a.heading)).not.toBeNull();
  });

  it('knows its own coming and going from changes of the page', async () => {
    const marks = createMarks();
    const a = shown('a');
    const own = await changesOf(() => {
      marks.show([a], known({ a: 'strong' }));
      marks.clear();
    });
    expect(own.length).toBeGreaterThan(0);
    expect(own.every((change) => marks.isOwn(change))).toBe(true);
    const foreign = await changesOf(() => a.heading?.append('!'));
    expect(foreign.some((change) => marks.isOwn(change))).toBe(false);
  });
});
