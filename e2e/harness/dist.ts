import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserName } from './session.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDERS: Readonly<Record<BrowserName, string>> = { chromium: 'chrome', firefox: 'firefox' };

/** Folder of the built extension: the very files that would be shipped. */
export function distFor(name: BrowserName): string {
  const folder = path.join(ROOT, 'dist', FOLDERS[name]);
  if (!existsSync(path.join(folder, 'manifest.json')))
    throw new Error(`${folder} is not built: run "npm run build" first.`);
  return folder;
}

export type Damage = 'missing' | 'flipped-byte';

/** A copy of the extension with its model broken. The caller removes it. */
export async function brokenDist(
  name: BrowserName,
  damage: Damage,
): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), `joblantern-${damage}-`));
  await cp(distFor(name), folder, { recursive: true });
  const files = await readdir(folder, { recursive: true });
  const models = files.filter((file) => file.endsWith('.onnx'));
  if (models.length !== 1) throw new Error(`expected one .onnx in the package, found ${models.length}`);
  const model = path.join(folder, models[0] ?? '');
  if (damage === 'missing') await rm(model);
  else {
    const bytes = await readFile(model);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    await writeFile(model, bytes);
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
