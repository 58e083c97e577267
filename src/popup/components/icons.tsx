import type { JSX } from 'preact';
import type { Level } from '../../engine/types.ts';

export type IconName = Level | 'waiting' | 'failed' | 'closed' | 'marker' | 'back' | 'forward';

/** Line drawings on a grid of 24; none of them is a sign of approval. */
const DRAWINGS: Readonly<Record<IconName, string>> = {
  strong: 'M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM12 7.5v5.5M12 16.5v.1',
  'several-signs': 'M12 3.8 21.2 19.8H2.8zM12 9.8v4.2M12 16.9v.1',
  'look-closer': 'M10.5 4.5a6 6 0 1 0 0 12a6 6 0 1 0 0-12M15 15l5 5',
  none: 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17M8 12h8',
  'not-enough': 'M8.6 9a3.5 3.5 0 1 1 5.2 3c-1.2.7-1.8 1.4-1.8 2.7M12 18.4v.1',
  unreadable: 'M6.5 3h7.8l4.2 4.2V21h-12zM14 3.2v4.3h4.3M9.5 12.5h6M9.5 16h6',
  waiting: 'M5.5 12v.1M12 12v.1M18.5 12v.1',
  failed: 'M7 7l10 10M17 7L7 17',
  closed: 'M6 11h12v9.5H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11M12 15v2',
  marker: 'M4 20h16M6.5 16.5l1-4 8.5-8.5 3 3-8.5 8.5z',
  back: 'M14.5 5.5L8 12l6.5 6.5',
  forward: 'M9.5 5.5L16 12l-6.5 6.5',
};

/** Decorative: the words beside it say the same. `turns` mirrors it where the interface runs from right to left. */
export function Icon({ name, turns = false }: { name: IconName; turns?: boolean }): JSX.Element {
  return (
    <svg class={turns ? 'icon turns' : 'icon'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={DRAWINGS[name]} />
    </svg>
  );
}

/** The mark of the product; the same drawing as `scripts/icons/lantern.svg`. */
export function Lantern(): JSX.Element {
  return (
    <svg class="lantern" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect class="night" width="32" height="32" rx="8" />
      <circle class="ring" cx="16" cy="5.7" r="1.7" />
      <path class="frame" d="M16 7.2c1.4 2.7 4.3 4.5 8 5.3v1.3H8v-1.3c3.7-.8 6.6-2.6 8-5.3zM10.4 24h11.2l1 2.6H9.4z" />
      <path class="glass" d="M10.3 14.6h11.4l-1.3 8.6h-8.8z" />
      <path class="flame" d="M16 15.3c1.7 1.9 2.5 3 2.5 4.3a2.5 2.5 0 0 1-5 0c0-1.3.8-2.4 2.5-4.3z" />
      <path class="rays" d="M6.8 18.6H4.9M25.2 18.6h1.9M7.6 22.2l-1.7.9M24.4 22.2l1.7.9" />
    </svg>
  );
}
