import { type Catalogue, flatten, PLACEHOLDER } from './catalogue.ts';
import type { MessageArguments } from './message-arguments.ts';

export type MessageKey = keyof MessageArguments;
type Arguments<K extends MessageKey> = MessageArguments[K] extends null ? [] : [values: MessageArguments[K]];
/** The words of a message; a missing key or argument is a compile error. */
export type Translate = <K extends MessageKey>(key: K, ...values: Arguments<K>) => string;

export interface Translator {
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  readonly t: Translate;
  /** Joins the parts of an enumeration in the manner of the language. */
  list(parts: readonly string[]): string;
}

/**
 * Texts of one language. A message that it lacks is taken from `fallback`, so that a new message never shows a key.
 * @throws Error where neither has the key: a stale build, since types exclude it.
 */
export function createTranslator(catalogue: Catalogue, fallback: Catalogue = catalogue): Translator {
  const own = flatten(catalogue.messages);
  const other = flatten(fallback.messages);
  const numbers = new Intl.NumberFormat(catalogue.language);
  const enumeration = new Intl.ListFormat(catalogue.language, { type: 'unit', style: 'short' });

  function t(key: string, values: Record<string, string | number> = {}): string {
    const found = own.get(key);
    const message = found ?? other.get(key);
    if (message === undefined) throw new Error(`no message ${key}`);
    let text: string;
    if ('plural' in message) {
      const language = found ? catalogue.language : fallback.language;
      const form = new Intl.PluralRules(language).select(Number(values[message.plural]));
      text = message.text[form] ?? message.text.other;
    } else {
      text = message.text;
    }
    return text.replace(PLACEHOLDER, (whole, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? numbers.format(value) : (value ?? whole);
    });
  }

  return {
    language: catalogue.language,
    dir: catalogue.dir,
    t: t as Translate,
    list: (parts) => enumeration.format(parts),
  };
}
