import type { ComponentChildren, JSX } from 'preact';
import { Icon, type IconName } from './icons.tsx';

export interface LevelCardProps {
  /** Also selects the accent colour. */
  readonly icon: IconName;
  readonly headline: string;
  readonly lines: readonly string[];
  readonly children?: ComponentChildren;
}

/** The level as words, icon and colour. Announced when it changes, since reading may take a while. */
export function LevelCard({ icon, headline, lines, children }: LevelCardProps): JSX.Element {
  return (
    <section class={`level level-${icon}`} aria-live="polite">
      <div class="level-head">
        <span class="badge">
          <Icon name={icon} />
        </span>
        <h2>{headline}</h2>
      </div>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {children}
    </section>
  );
}
