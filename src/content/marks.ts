import type { FoundAdvert } from '../adverts/types.ts';
import type { Verdict } from '../engine/types.ts';
import { isMarked, markElement } from './mark-element.ts';

interface Mark {
  /** Of the advert that the heading belonged to when the mark was put there. */
  readonly id: string;
  readonly host: HTMLElement;
  readonly root: Element | null;
  readonly level: Verdict['level'];
  /** Words of heading and root when the mark was put there. */
  readonly words: string;
}

export type Marks = ReturnType<typeof createMarks>;

/** The marks beside the headings of warned adverts, kept by heading: several cards of a list may hold the same words. */
export function createMarks() {
  const marks = new Map<Element, Mark>();
  const hosts = new WeakSet<Node>();

  const remove = (heading: Element): void => {
    marks.get(heading)?.host.remove();
    marks.delete(heading);
  };

  return {
    /** Brings the marks in line with the adverts now on the page and with what is known of them. */
    show(adverts: readonly FoundAdvert[], verdicts: ReadonlyMap<string, Verdict>): void {
      const headings = new Set(adverts.map(({ heading }) => heading));
      for (const heading of [...marks.keys()]) if (!headings.has(heading)) remove(heading);
      for (const { advert, heading, root } of adverts) {
        if (!heading) continue;
        const level = verdicts.get(advert.id)?.level;
        const present = marks.get(heading);
        if (present?.id === advert.id && present.level === level && present.host.parentNode === heading) continue;
        remove(heading);
        if (!isMarked(level)) continue;
        const host = markElement(heading.ownerDocument, level);
        hosts.add(host);
        // First, since headings are cut off at their end; inside, so that a page that redraws the heading drops the mark too.
        heading.prepend(host);
        marks.set(heading, { id: advert.id, host, root, level, words: wordsOf(heading, root) });
      }
    },

    /** Takes away every mark whose words are no longer those that were scored: pages reuse elements for another advert. */
    distrust(changes: readonly MutationRecord[]): void {
      for (const [heading, { root, words }] of marks) {
        const touched = changes.some(({ target }) => heading.contains(target) || root?.contains(target));
        if (!heading.isConnected || (touched && wordsOf(heading, root) !== words)) remove(heading);
      }
    },

    /** Whether a change of the page is nothing but our own marks coming and going. */
    isOwn({ type, addedNodes, removedNodes }: MutationRecord): boolean {
      return type === 'childList' && [...addedNodes, ...removedNodes].every((node) => hosts.has(node));
    },

    clear(): void {
      for (const heading of [...marks.keys()]) remove(heading);
    },
  };
}

function wordsOf(heading: Element, root: Element | null): string {
  return `${heading.textContent}\n${root?.textContent}`;
}
