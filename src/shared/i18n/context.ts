import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { englishTranslator } from './languages.ts';
import type { Translator } from './translator.ts';

export const I18n = createContext<Translator>(englishTranslator);

export const useI18n = (): Translator => useContext(I18n);
