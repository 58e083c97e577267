import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });

/** The faults of a line against a schema of docs/schema, empty where it keeps to it. */
export function faults(schema: 'verdict-line' | 'rejected-line' | 'extract-line', line: unknown): string[] {
  const id = `https://joblantern.example/schema/${schema}.schema.json`;
  if (!ajv.getSchema(id)) {
    const file = new URL(`../../docs/schema/${schema}.schema.json`, import.meta.url);
    ajv.addSchema(JSON.parse(readFileSync(file, 'utf8')));
  }
  const validate = ajv.getSchema(id);
  if (!validate) throw new Error(`no schema ${schema}`);
  validate(line);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** The faults of a line of `check`, by its kind. */
export const checkFaults = (line: Record<string, unknown>): string[] =>
  faults('error' in line ? 'rejected-line' : 'verdict-line', line);
