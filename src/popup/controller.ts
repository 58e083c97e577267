import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Reason, TraitId } from '../engine/types.ts';
import { type Platform, PlatformError } from './platform.ts';
import { type Choice, type FailureCode, type Knowledge, type PopupView, popupView } from './view.ts';

/** The reason whose words were last asked for, and whether the page has them. */
export interface Highlighted {
  readonly advertId: string;
  readonly trait: TraitId;
  readonly found: boolean;
}

/** State and actions of the popup; components read the signals and call the actions. */
export interface Popup {
  readonly view: ReadonlySignal<PopupView>;
  readonly highlighted: ReadonlySignal<Highlighted | null>;
  /** The last wish to read the page failed. */
  readonly refused: ReadonlySignal<boolean>;
  /** Follows the page until the answer is called. */
  start(): () => void;
  openAdvert(id: string): void;
  openList(): void;
  rescan(): Promise<void>;
  showWords(advertId: string, reason: Reason): Promise<void>;
  hideWords(): Promise<void>;
}

const codeOf = (error: unknown): FailureCode => (error instanceof PlatformError ? error.failure.code : 'internal');

export function createPopup(platform: Platform): Popup {
  const knowledge = signal<Knowledge>({ status: 'pending' });
  const choice = signal<Choice | null>(null);
  const highlighted = signal<Highlighted | null>(null);
  const refused = signal(false);
  let lastSeen = '';
  let asking = false;
  let askAgain = false;

  function learn(next: Knowledge): void {
    // An unchanged answer must not draw the popup again, several times a second.
    const seen = JSON.stringify(next);
    if (seen === lastSeen) return;
    lastSeen = seen;
    knowledge.value = next;
  }

  async function ask(): Promise<Knowledge> {
    try {
      return { status: 'known', tab: await platform.getState() };
    } catch (error) {
      return { status: 'broken', code: codeOf(error) };
    }
  }

  // One question at a time: an answer that overtakes another would bring back the verdict of the last page.
  async function refresh(): Promise<void> {
    askAgain = asking;
    if (asking) return;
    asking = true;
    do {
      askAgain = false;
      learn(await ask());
    } while (askAgain);
    asking = false;
  }

  function choose(advertId: string | null): void {
    if (knowledge.value.status !== 'known' || knowledge.value.tab.kind !== 'adverts') return;
    const { url, openId } = knowledge.value.tab;
    choice.value = { url, openId, advertId };
    void hideWords();
  }

  async function hideWords(): Promise<void> {
    if (highlighted.value === null) return;
    highlighted.value = null;
    // A page that has gone has no highlight either.
    await platform.clearHighlight().catch(() => undefined);
  }

  return {
    view: computed(() => popupView(knowledge.value, choice.value)),
    highlighted,
    refused,
    start() {
      void refresh();
      return platform.onChange(() => void refresh());
    },
    openAdvert: (id) => choose(id),
    openList: () => choose(null),
    async rescan() {
      const done = platform.rescan();
      refused.value = false;
      try {
        await done;
      } catch {
        refused.value = true;
      }
      await refresh();
    },
    async showWords(advertId, { trait, spans }) {
      const places = await platform.highlight(advertId, spans).catch(() => 0);
      highlighted.value = { advertId, trait, found: places > 0 };
    },
    hideWords,
  };
}
