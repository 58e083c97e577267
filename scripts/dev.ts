/** `npm run dev`: builds both packages, again at every change; a loaded package notices and reloads itself. */
import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';

const WATCHED = ['src', 'public', 'models', 'manifest.json', 'vite.config.ts'];
/** Editors save in several steps; milliseconds. */
const QUIET = 200;

let running = false;
let again = false;
let timer: ReturnType<typeof setTimeout> | undefined;

function build(): void {
  if (running) {
    again = true;
    return;
  }
  running = true;
  again = false;
  const started = Date.now();
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/build.ts', 'chrome', 'firefox'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEV_RELOAD: '1' },
  });
  child.on('exit', (code) => {
    running = false;
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    process.stdout.write(code === 0 ? `built in ${seconds} s, watching\n` : 'the build failed, watching\n');
    if (again) build();
  });
}

for (const path of WATCHED.filter((name) => existsSync(name))) {
  watch(path, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(build, QUIET);
  });
}
build();
