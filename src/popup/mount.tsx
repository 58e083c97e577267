import { render } from 'preact';
import { I18n } from '../shared/i18n/context.ts';
import type { Translator } from '../shared/i18n/translator.ts';
import { App } from './components/App.tsx';
import { createPopup } from './controller.ts';
import type { Platform } from './platform.ts';

/** Draws the popup into a document, in the translator's language and direction. */
export function mountPopup(root: HTMLElement, platform: Platform, translator: Translator): void {
  const html = root.ownerDocument.documentElement;
  html.lang = translator.language;
  html.dir = translator.dir;
  render(
    <I18n.Provider value={translator}>
      <App popup={createPopup(platform)} />
    </I18n.Provider>,
    root,
  );
}
