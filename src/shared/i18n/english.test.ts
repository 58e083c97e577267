import { describe, expect, test } from 'vitest';
import { flatten, wordings } from './catalogue.ts';
import { ENGLISH } from './languages.ts';

const messages = [...flatten(ENGLISH.messages)];

describe('the English source texts', () => {
  test('have a note for translators each', () => {
    expect(messages.filter(([, message]) => !message.note?.trim()).map(([key]) => key)).toEqual([]);
  });

  test('never claim that anything is safe, and accuse nobody', () => {
    const forbidden = /\b(safe|safely|trafficker|criminal|guilty|fake)\b/i;
    const found = messages.flatMap(([, message]) => wordings(message).filter((text) => forbidden.test(text)));
    expect(found).toEqual([]);
  });

  test('have sentences under 18 words, and no number', () => {
    const texts = messages.flatMap(([, message]) => wordings(message));
    const long = texts.flatMap((text) => text.split(/(?<=[.?!])\s/)).filter((line) => line.split(/\s+/).length >= 18);
    expect(long).toEqual([]);
    expect(texts.filter((text) => /[0-9%]/.test(text))).toEqual([]);
  });
});
