// @ts-check
/**
 * `npm test`: installs what is missing, then every check there is. Needs nothing but Node itself to start.
 * `npm test -- lint unit` runs some of the stages alone.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureNodeModules, ensureSystemPackages } from './lib/install.mjs';
import { bin, npm, run } from './lib/process.mjs';
import { ensurePython } from './lib/python.mjs';
import { runStages } from './lib/stages.mjs';
import { countPytest, countStep, countVitest, lastLine, table, total } from './lib/summary.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = path.join(root, '.cache', 'test');
const plain = process.env.CI ? { NO_COLOR: '1', FORCE_COLOR: undefined } : {};

process.chdir(root);
await rm(reports, { recursive: true, force: true });
await mkdir(reports, { recursive: true });

/** @param {string} file */
const report = async (file) => (existsSync(file) ? readFile(file, 'utf8') : null);

/** @param {string} name @param {readonly string[]} args */
const step = async (name, args) => countStep((await bin(name, args, { env: plain })).code);

/** @param {string} project */
const vitest = async (project) => {
  const file = path.join(reports, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await bin('vitest', ['run', '--project', project, ...reporters], { env: plain });
  return countVitest(await report(file), code);
};

/** @type {import('./lib/stages.mjs').Stage[]} */
const stages = [
  { name: 'lint', run: () => step('biome', ['check', '.']) },
  { name: 'types', run: () => step('tsc', ['--noEmit']) },
  {
    name: 'build',
    run: async () => {
      const { command, args } = npm(['run', '--silent', 'build']);
      return countStep((await run(command, args, { env: plain })).code);
    },
  },
  { name: 'unit', run: () => vitest('unit') },
  {
    name: 'package',
    needs: ['build'],
    run: () => step('web-ext', ['lint', '--source-dir', 'dist/firefox', '--no-config-discovery']),
  },
  {
    name: 'python',
    run: async () => {
      const python = await ensurePython(root);
      const file = path.join(reports, 'pytest.xml');
      const args = ['-m', 'pytest', '-q', `--junitxml=${file}`, 'training/tests'];
      const { code } = await run(python, args, { env: { ...plain, PYTHONDONTWRITEBYTECODE: '1' } });
      return countPytest(await report(file), code);
    },
  },
  { name: 'e2e', needs: ['build'], run: () => vitest('e2e') },
];

const only = process.argv.slice(2);
const unknown = only.find((name) => !stages.some((stage) => stage.name === name));
if (unknown) {
  console.error(`No stage is called ${unknown}. Stages: ${stages.map((stage) => stage.name).join(', ')}.`);
  process.exit(2);
}
const chosen = only.length === 0 ? stages : stages.filter((stage) => only.includes(stage.name));

try {
  await ensureSystemPackages({ tests: true });
  await ensureNodeModules(root);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
const results = await runStages(chosen, { announce: (name) => console.log(`\n== ${name} ==`) });
console.log(`\n${table(results)}\n`);
console.log(lastLine(results));
process.exitCode = total(results).failed === 0 ? 0 : 1;
