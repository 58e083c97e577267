import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesOf } from './sizes.ts';

/** Firefox's store cannot read larger code or data files; bytes. */
const MAX_TEXT_FILE = 5_000_000;
/** Names of XML namespaces, which look like addresses and are never fetched. */
const ALLOWED_ADDRESSES = ['http://www.w3.org/'];
const FORBIDDEN_CODE: readonly (readonly [RegExp, string])[] = [
  [/\beval\s*\(/, 'eval'],
  [/\bFunction\s*\(/, 'code made from text'],
  [/\bimportScripts\s*\(/, 'importScripts'],
  [/\bsourceMappingURL\b/, 'a source map'],
];
const MODEL = 'models/lure-detector';

/** What keeps a package from being published: one line for each fault, none where it is clean. */
export async function audit(folder: string): Promise<string[]> {
  const files = await filesOf(folder);
  const faults: string[] = [];

  const wasm = files.filter(({ path }) => path.endsWith('.wasm')).map(({ path }) => path);
  if (wasm.length !== 1) faults.push(`one .wasm file is allowed, found ${wasm.length}: ${wasm.join(', ')}`);

  for (const { path, bytes } of files) {
    if (path.endsWith('.map')) faults.push(`${path}: a source map`);
    if (/\.(js|mjs|json)$/.test(path) && bytes > MAX_TEXT_FILE) faults.push(`${path}: ${bytes} bytes, over 5 MB`);
    if (/\.(js|mjs|html|css)$/.test(path)) {
      const code = await readFile(join(folder, path), 'utf8');
      faults.push(...codeFaults(path, code));
    }
  }
  faults.push(...(await manifestFaults(folder)), ...(await modelFaults(folder)));
  return faults;
}

/** Faults of one code file. */
export function codeFaults(path: string, code: string): string[] {
  const faults = FORBIDDEN_CODE.filter(([pattern]) => pattern.test(code)).map(([, what]) => `${path}: ${what}`);
  for (const [address] of code.matchAll(/\b(?:https?|wss?):\/\/[^\s"'`<>)\\]*/g)) {
    if (!ALLOWED_ADDRESSES.some((allowed) => address.startsWith(allowed))) faults.push(`${path}: address ${address}`);
  }
  if (path === 'content.js') {
    if (/^\s*(?:import|export)\b/m.test(code)) faults.push(`${path}: a content script cannot be a module`);
    if (/\binnerHTML\b/.test(code)) faults.push(`${path}: innerHTML`);
  }
  return faults;
}

async function manifestFaults(folder: string): Promise<string[]> {
  const manifest = await readFile(join(folder, 'manifest.json'), 'utf8');
  const named = manifest.match(/"(?:[\w-]+\/)*[\w-]+\.(?:js|html|css|png)"/g) ?? [];
  return named
    .map((quoted) => quoted.slice(1, -1))
    .filter((path) => !existsSync(join(folder, path)))
    .map((path) => `manifest.json names ${path}, which is missing`);
}

async function modelFaults(folder: string): Promise<string[]> {
  const sums = join(folder, MODEL, 'SHA256SUMS');
  if (!existsSync(sums)) return [`${MODEL}: SHA256SUMS is missing`];
  const faults: string[] = [];
  for (const line of (await readFile(sums, 'utf8')).split('\n').filter(Boolean)) {
    const [sha256 = '', name = ''] = line.split(/\s+\*?/);
    const file = join(folder, MODEL, name);
    if (!existsSync(file)) faults.push(`${MODEL}: ${name} is missing`);
    else if (
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex') !== sha256
    )
      faults.push(`${MODEL}: ${name} is not the file of SHA256SUMS`);
  }
  return faults;
}
