/** A message whose words do not depend on a number. */
export interface PlainMessage {
  readonly text: string;
  /** What a translator must know; required in English. */
  readonly note?: string;
}

/** A message with one form for each plural category of the language. */
export interface PluralMessage {
  /** Name of the placeholder whose number selects the form. */
  readonly plural: string;
  readonly text: { readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;
  readonly note?: string;
}

export type Message = PlainMessage | PluralMessage;
export interface MessageGroup {
  readonly [name: string]: Message | MessageGroup;
}

/** One language: the content of a file in `messages/`. */
export interface Catalogue {
  /** BCP 47. */
  readonly language: string;
  /** Name of the language in itself. */
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  readonly messages: MessageGroup;
}

/** True for a leaf; therefore no group may have a member named `text`. */
export function isMessage(node: Message | MessageGroup): node is Message {
  return 'text' in node;
}

/** Messages by their full key: the names on the way joined by dots. */
export function flatten(group: MessageGroup, path = ''): Map<string, Message> {
  const flat = new Map<string, Message>();
  for (const [name, node] of Object.entries(group)) {
    const key = path + name;
    if (isMessage(node)) flat.set(key, node);
    else for (const [inner, message] of flatten(node, `${key}.`)) flat.set(inner, message);
  }
  return flat;
}

/** Every wording of a message: one, or one for each plural category. */
export function wordings(message: Message): string[] {
  return 'plural' in message ? Object.values(message.text) : [message.text];
}

export const PLACEHOLDER = /\{(\w+)\}/g;

/** Names of the placeholders of a message, sorted; a plural's number is one of them even where no form shows it. */
export function placeholders(message: Message): string[] {
  const names = new Set('plural' in message ? [message.plural] : []);
  for (const text of wordings(message)) for (const [, name] of text.matchAll(PLACEHOLDER)) if (name) names.add(name);
  return [...names].sort();
}
