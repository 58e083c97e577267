/** Development only: one made-up state of the popup in a plain page, `gallery.html?state=strong`. */
import { englishTranslator } from '../shared/i18n/languages.ts';
import { mockPlatform } from './mock-platform.ts';
import { MOCK_NAMES, MOCKS } from './mocks.ts';
import { mountPopup } from './mount.tsx';

const wanted = new URLSearchParams(location.search).get('state');
const name = MOCK_NAMES.find((known) => known === wanted) ?? 'strong';
mountPopup(document.body, mockPlatform(MOCKS[name]), englishTranslator);
