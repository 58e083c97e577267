// @ts-check
/** `npm start [-- chromium|firefox]`: installs what is missing, builds, and opens the extension on a demo board. */
import { fileURLToPath } from 'node:url';
import { ensureNodeModules, ensureSystemPackages } from './lib/install.mjs';
import { npm, run } from './lib/process.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

/** @param {string} message */
function giveUp(message) {
  console.error(message);
  process.exit(1);
}

try {
  await ensureSystemPackages({ tests: false });
  await ensureNodeModules(root);
} catch (error) {
  giveUp(error instanceof Error ? error.message : String(error));
}

console.log('Building the extension …');
const { command, args } = npm(['run', '--silent', 'build']);
if ((await run(command, args, { quiet: true })).code !== 0) giveUp('The build failed: see above.');

const demo = ['--import', 'tsx', 'demo/run.ts', ...process.argv.slice(2)];
process.exitCode = (await run(process.execPath, demo)).code;
