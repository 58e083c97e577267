import type { Level } from '../engine/types.ts';
import { englishTranslator } from '../shared/i18n/languages.ts';

const STYLE = `
  :host { all: initial !important; display: inline !important; pointer-events: none !important; }
  .mark {
    display: inline-block; margin-inline-end: 0.4em; padding: 0.1em 0.5em; border: 1px solid; border-radius: 0.4em;
    font: 600 12px/1.4 system-ui, sans-serif; vertical-align: middle; white-space: nowrap;
  }
  .look-closer { color: #4a3800; background: #fff3c4; }
  .several-signs { color: #7a3300; background: #ffe3cf; }
  .strong { color: #ffffff; background: #a3122b; }
`;

/** Icon and words of the levels that are marked: a level is never told by colour alone. */
const LOOKS = {
  'look-closer': { icon: '◔', words: () => englishTranslator.t('levels.look-closer.short') },
  'several-signs': { icon: '▲', words: () => englishTranslator.t('levels.several-signs.short') },
  strong: { icon: '⬢', words: () => englishTranslator.t('levels.strong.short') },
} as const;
export type MarkedLevel = keyof typeof LOOKS;

export function isMarked(level: Level | undefined): level is MarkedLevel {
  return level !== undefined && Object.hasOwn(LOOKS, level);
}

/**
 * A small label in a closed shadow root: the page sees that an element exists, not what it says, and cannot restyle it.
 * An adopted sheet is used since a page's `style-src` would stop a style element in some browsers.
 */
export function markElement(document: Document, level: MarkedLevel): HTMLElement {
  const host = document.createElement('span');
  const shadow = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  shadow.adoptedStyleSheets = [sheet];

  const label = document.createElement('span');
  label.className = `mark ${level}`;
  const icon = document.createElement('span');
  icon.setAttribute('aria-hidden', 'true');
  icon.textContent = `${LOOKS[level].icon} `;
  label.append(icon, LOOKS[level].words());
  shadow.append(label);
  return host;
}
