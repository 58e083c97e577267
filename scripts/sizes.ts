import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Every file under a folder, as paths relative to it, with sizes in bytes. */
export async function filesOf(folder: string): Promise<{ path: string; bytes: number }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    files.sort().map(async (file) => ({ path: relative(folder, file), bytes: (await stat(file)).size })),
  );
}

/** The largest files of a package and its total, to be read by people. */
export async function describePackage(folder: string): Promise<string> {
  const files = await filesOf(folder);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const largest = files.toSorted((a, b) => b.bytes - a.bytes).slice(0, 8);
  const lines = largest.map(({ path, bytes }) => `  ${kilobytes(bytes).padStart(12)}  ${path}`);
  return [`${folder}: ${files.length} files, ${kilobytes(total)}`, ...lines].join('\n');
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000).toLocaleString('en')} kB`;
}
