import { loadTranslator } from '../shared/i18n/languages.ts';
import { extensionPlatform, tabOfPopup } from './extension-platform.ts';
import { mountPopup } from './mount.tsx';

const [tab, translator] = await Promise.all([tabOfPopup(location.search), loadTranslator(navigator.languages)]);
mountPopup(document.body, extensionPlatform(tab), translator);
