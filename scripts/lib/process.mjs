// @ts-check
import { spawn } from 'node:child_process';

/**
 * Runs a command and shows its output as it comes.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, quiet?: boolean | 'always' }} options `quiet` keeps the
 *   output back and shows it only where the command fails, or never where `'always'`
 * @returns {Promise<{ code: number, output: string }>} `output` is filled where `quiet`; a command that cannot be started has code 127
 */
export function run(command, args, options = {}) {
  const { cwd, env, quiet = false } = options;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => {
      if (quiet === true && code !== 0) process.stderr.write(output);
      resolve({ code: code ?? 1, output });
    });
  });
}

/**
 * npm as it was called, so that the npm beside this Node is used whatever PATH says.
 * @param {readonly string[]} args
 * @returns {{ command: string, args: string[] }}
 */
export function npm(args) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return { command: process.execPath, args: [script, ...args] };
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [...args] };
}

/**
 * Runs a program of `node_modules/.bin`.
 * @param {string} name
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined> }} options
 */
export function bin(name, args, options = {}) {
  const { command, args: all } = npm(['exec', '--no', '--', name, ...args]);
  return run(command, all, options);
}
