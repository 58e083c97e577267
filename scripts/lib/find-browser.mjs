// @ts-check
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** @typedef {'chromium' | 'firefox'} BrowserName */

/**
 * Where each browser may be found. Firefox ESR stands first: the tests open `moz-extension:` pages through WebDriver BiDi, and
 * ESR is what Debian and most NGOs have.
 * @type {Readonly<Record<BrowserName, { env: string, commands: readonly string[], fixed: readonly string[] }>>}
 */
const PLACES = {
  chromium: {
    env: 'CHROMIUM',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
    fixed: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    ],
  },
  firefox: {
    env: 'FIREFOX',
    commands: ['firefox-esr', 'firefox'],
    fixed: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
  },
};

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The browser to use: the one named by the environment (CHROMIUM, FIREFOX), else the first on PATH, else a usual place.
 * @param {BrowserName} name
 * @param {Record<string, string | undefined>} env
 * @param {(file: string) => boolean} exists
 * @returns {string | null} path of the executable, null where there is none
 */
export function findBrowser(name, env = process.env, exists = isExecutable) {
  const { env: variable, commands, fixed } = PLACES[name];
  const named = env[variable];
  if (named) return exists(named) ? named : null;
  const folders = (env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const onPath = commands.flatMap((command) => folders.map((folder) => path.join(folder, command)));
  return [...onPath, ...fixed].find(exists) ?? null;
}
