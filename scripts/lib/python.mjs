// @ts-check
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from './process.mjs';

/**
 * A virtual environment with the packages that the training tests need: the pinned core set of `training/pyproject.toml`,
 * without torch. Kept until that file changes.
 * @param {string} root
 * @returns {Promise<string>} path of its `python`
 */
export async function ensurePython(root) {
  const project = path.join(root, 'training', 'pyproject.toml');
  const venv = path.join(root, '.cache', 'venv-test');
  const stamp = path.join(venv, 'joblantern-stamp');
  const python = path.join(venv, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const requirements = pinnedCore(await readFile(project, 'utf8'));
  const wanted = createHash('sha256').update(requirements.join('\n')).digest('hex');
  if (existsSync(python) && existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) return python;

  console.log(`Making a Python environment in .cache/venv-test: ${requirements.join(', ')} …`);
  await mkdir(path.dirname(venv), { recursive: true });
  await orThrow(run('python3', ['-m', 'venv', '--clear', venv], { quiet: true }), 'python3 -m venv failed');
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...requirements];
  await orThrow(run(python, install, { quiet: true }), 'pip install failed');
  await writeFile(stamp, wanted);
  return python;
}

/**
 * `[project] dependencies` and the `test` group or extra of a pyproject file, as pip takes them. Node has no TOML reader, and
 * these are plain lists of strings.
 * @param {string} toml
 * @returns {string[]}
 */
export function pinnedCore(toml) {
  const lists = [...toml.matchAll(/^(dependencies|test)\s*=\s*\[([\s\S]*?)\]\s*$/gm)];
  return lists.flatMap(([, , list = '']) => [...list.matchAll(/"([^"]+)"|'([^']+)'/g)].map((m) => m[1] ?? m[2] ?? ''));
}

/** @param {Promise<{ code: number }>} running @param {string} message */
async function orThrow(running, message) {
  if ((await running).code !== 0) throw new Error(message);
}
