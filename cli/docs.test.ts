import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceOf } from '../src/engine/types.ts';
import type { RejectCode } from './rows.ts';

const docs = readFileSync(new URL('../docs/cli.md', import.meta.url), 'utf8');

test('the emoji example of docs/cli.md is right', () => {
  const [row, span] = [...docs.matchAll(/```json\n(.+)\n```/g)].map(([, json = '']) => JSON.parse(json));
  expect(sourceOf(row).slice(span.start, span.end)).toBe(span.text);
});

test('every code of a rejected row is in docs/cli.md and in the schema', () => {
  const file = new URL('../docs/schema/rejected-line.schema.json', import.meta.url);
  const schema = JSON.parse(readFileSync(file, 'utf8'));
  const codes: RejectCode[] = schema.properties.error.properties.code.enum;
  expect(codes.filter((code) => !docs.includes(`\`${code}\``))).toEqual([]);
});
