import { cp, readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { BOARDS } from '../src/adverts/boards/index.ts';
import { type BrowserName, manifestFor, type SourceManifest } from '../src/manifest.ts';

const MODEL = 'models/lure-detector';

/** Adds to a bundled package what is no code: its manifest and the model. */
export async function writePackage(
  browser: BrowserName,
  options: { readonly test: boolean; readonly devReload: boolean },
): Promise<void> {
  const folder = `dist/${browser}`;
  const source = JSON.parse(await readFile('manifest.json', 'utf8')) as SourceManifest;
  const manifest = manifestFor(browser, source, BOARDS, { test: options.test });
  await writeFile(`${folder}/manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  // The model card is for people; its links have no place in a package.
  await cp(MODEL, `${folder}/${MODEL}`, { recursive: true, filter: (path) => basename(path) !== 'README.md' });
  if (options.devReload) await writeFile(`${folder}/dev-stamp.txt`, new Date().toISOString());
}
