// @ts-check
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { findBrowser } from './find-browser.mjs';
import { isFresh } from './fresh.mjs';
import { npm, run } from './process.mjs';
import { aptPlan } from './system-packages.mjs';

/** @param {string} text */
const say = (text) => console.log(text);

/** @param {string} file */
async function json(file) {
  return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : null;
}

/**
 * `npm ci`, where `node_modules` is not what the lock file asks for.
 * @param {string} root
 */
export async function ensureNodeModules(root) {
  const wanted = await json(path.join(root, 'package-lock.json'));
  const installed = await json(path.join(root, 'node_modules', '.package-lock.json'));
  if (isFresh(wanted, installed)) return;
  say('Installing the Node packages of package-lock.json (npm ci) …');
  const { command, args } = npm(['ci', '--no-audit', '--no-fund']);
  const { code } = await run(command, args, { cwd: root });
  if (code !== 0) throw new Error('npm ci failed: see above. A registry must be reachable for the first run.');
}

/**
 * Debian packages that are missing, by apt-get. Where apt-get or the right to use it is lacking, says what to install instead.
 * @param {{ tests: boolean }} need `tests` also needs Firefox, fonts and Python
 */
export async function ensureSystemPackages({ tests }) {
  const present = {
    chromium: findBrowser('chromium') !== null,
    firefox: findBrowser('firefox') !== null,
    venv: await works(['python3', '-c', 'import ensurepip, venv']),
    installed: await installedPackages(),
  };
  const plan = aptPlan(present, { tests });
  if (plan.length === 0) return;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = [...sudo, 'apt-get'];
  if (present.installed === null || !(await works([...sudo, 'true']))) {
    say(`Missing, and this account cannot install it: ${plan.join(', ')}.`);
    say('Install it by hand, or name the browsers in the environment variables CHROMIUM and FIREFOX.');
    return;
  }
  say(`Installing these Debian packages: ${plan.join(', ')} …`);
  const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
  await command([...apt, 'update', '-qq'], quiet);
  const { code } = await command([...apt, 'install', '-y', '-qq', '--no-install-recommends', ...plan], quiet);
  if (code !== 0) throw new Error(`apt-get could not install ${plan.join(', ')}: see above.`);
}

/** @param {readonly string[]} words @param {{ env?: Record<string, string>, quiet?: boolean }} options */
function command([name = '', ...args], options = {}) {
  return run(name, args, { quiet: true, ...options });
}

/** @param {readonly string[]} words */
async function works([name = '', ...args]) {
  return (await run(name, args, { quiet: 'always' })).code === 0;
}

/** Names of installed Debian packages, null where this is no Debian. */
async function installedPackages() {
  if (!existsSync('/usr/bin/apt-get') || !existsSync('/usr/bin/dpkg-query')) return null;
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own placeholders
  const format = '${db:Status-Abbrev} ${Package}\\n';
  const { output } = await run('dpkg-query', ['-W', '-f', format], { quiet: true });
  const lines = output.split('\n').filter((line) => line.startsWith('ii'));
  return new Set(lines.map((line) => line.split(' ').at(-1) ?? ''));
}
