/** `npm run build`: dist/chrome, dist/firefox and dist/cli. `--test` gives Chrome's package a fixed id; a name builds that part alone. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { audit } from './audit.ts';
import { writePackage } from './package.ts';
import { describePackage } from './sizes.ts';

const PARTS = ['chrome', 'firefox', 'cli'] as const;

const options = process.argv.slice(2);
const test = options.includes('--test');
const named = PARTS.filter((part) => options.includes(part));
const devReload = process.env.DEV_RELOAD === '1';

for (const part of named.length > 0 ? named : PARTS) {
  if (part === 'cli' && !existsSync('cli/main.ts')) continue;
  bundle(part);
  if (part !== 'cli') await writePackage(part, { test, devReload });
  process.stdout.write(`${await describePackage(`dist/${part}`)}\n`);
  if (part === 'cli' || devReload) continue;
  const faults = await audit(`dist/${part}`);
  if (faults.length === 0) continue;
  process.stderr.write(`dist/${part} must not be published:\n${faults.map((fault) => `  ${fault}\n`).join('')}`);
  process.exitCode = 1;
}

function bundle(part: string): void {
  const { status } = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
    stdio: 'inherit',
    env: { ...process.env, BUILD: part },
  });
  if (status !== 0) process.exit(status ?? 1);
}
