/** Writes the types of the interface messages from English: `npm run messages`. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Catalogue, flatten, type Message, placeholders } from '../src/shared/i18n/catalogue.ts';
import { ENGLISH } from '../src/shared/i18n/languages.ts';

export const TARGET = fileURLToPath(new URL('../src/shared/i18n/message-arguments.ts', import.meta.url));

function argumentsOf(message: Message): string {
  const names = placeholders(message);
  if (names.length === 0) return 'null';
  const plural = 'plural' in message ? message.plural : null;
  return `{ ${names.map((name) => `${name}: ${name === plural ? 'number' : 'string | number'}`).join('; ')} }`;
}

/** The module of types for a catalogue, as text. */
export function messageTypes(catalogue: Catalogue): string {
  const lines = [...flatten(catalogue.messages)].map(([key, message]) => {
    const name = /^[a-z]\w*$/i.test(key) ? key : `'${key}'`;
    return `  ${name}: ${argumentsOf(message)};`;
  });
  return [
    '// Generated from messages/en.json by `npm run messages`; do not edit.',
    '/** Arguments of every message, null where it takes none. */',
    'export interface MessageArguments {',
    ...lines,
    '}',
    '',
  ].join('\n');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(TARGET, messageTypes(ENGLISH));
}
