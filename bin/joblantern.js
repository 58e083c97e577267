#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = new URL('../dist/cli/index.js', import.meta.url);
const worker = new URL('../dist/cli/worker.js', import.meta.url);

if (existsSync(built) && existsSync(worker)) {
  try {
    const { main } = await import(built.href);
    process.exitCode = await main({
      argv: process.argv.slice(2),
      env: process.env,
      stdin: process.stdin,
      stdout: process.stdout,
      stderr: process.stderr,
      modelDir: fileURLToPath(new URL('../models/lure-detector', import.meta.url)),
      worker,
    });
  } catch (error) {
    process.stderr.write(`joblantern: the build does not start (${error.message}): run npm run build\n`);
    process.exitCode = 4;
  }
} else {
  process.stderr.write('joblantern: not built yet: run npm run build\n');
  process.exitCode = 4;
}
