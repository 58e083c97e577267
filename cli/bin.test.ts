import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkFaults } from './testing/schemas.ts';
import type { VerdictLine } from './verdict-line.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BIN = join(ROOT, 'bin/joblantern.js');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'joblantern-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function start(args: readonly string[], { stdin = '', bin = BIN } = {}) {
  const child = spawn(process.execPath, [bin, ...args], { cwd: folder, timeout: 590_000 });
  child.stdin.on('error', () => {});
  child.stdin.end(stdin);
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return {
    stdout,
    stderr,
    code,
    lines: () =>
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
  };
}

/** A copy of the program beside a `dist` of the given files. */
function copyWith(name: string, files: Readonly<Record<string, string>>): string {
  const root = join(folder, name);
  cpSync(BIN, join(root, 'bin/joblantern.js'));
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  mkdirSync(join(root, 'dist/cli'), { recursive: true });
  for (const [file, content] of Object.entries(files)) writeFileSync(join(root, 'dist/cli', file), content);
  return join(root, 'bin/joblantern.js');
}

describe('the program file', () => {
  test('can be run', () => {
    expect(statSync(BIN).mode & 0o777).toBe(0o755);
  });

  test.each([
    ['not built', {}],
    ['half built', { 'index.js': 'export const main = () => 0;' }],
    ['built wrongly', { 'index.js': 'import "./absent.js";', 'worker.js': '' }],
  ])('%s: exit 4 and what to do', async (name, files) => {
    const { code, stdout, stderr } = await start(['check', '-'], { bin: copyWith(name, files) });
    expect([code, stdout]).toEqual([4, '']);
    expect(stderr).toContain('run npm run build');
  });
});

// Generous: each run loads the model, on machines that do other work beside.
describe('the built program with the shipped model', { timeout: 600_000 }, () => {
  beforeAll(() => {
    if (!existsSync(join(ROOT, 'dist/cli/index.js'))) throw new Error('dist/cli is not built: run npm run build first');
  });

  test('1,000 rows, five of them broken: 1,000 lines in order, exit 3', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) => `{"id":${index},"text":"Cook ${index} for a hotel"}`);
    for (const index of [3, 99, 400, 640, 999]) rows[index] = `{"id":${index},`;
    const path = join(folder, 'rows.jsonl');
    writeFileSync(path, `${rows.join('\r\n')}\r\n`);
    const { code, lines, stderr } = await start(['check', path, '--format', 'jsonl']);
    expect(stderr).toContain('1000 rows done, 5 not read');
    expect(code).toBe(3);
    expect(lines().map(({ line }) => line)).toEqual(rows.map((_, index) => index + 1));
    expect(lines().flatMap((line) => checkFaults(line))).toEqual([]);
    expect(lines().filter((line) => 'error' in line)).toHaveLength(5);
  });

  test('spans point into the source in UTF-16, emoji, overrides and half characters included', async () => {
    const lure = 'Ticket and visa paid, no experience needed, 3000 USD a month in Mae Sot. Telegram only: @demo_555.';
    const rows = [
      { title: '🌏👩‍💻 Typist', text: `😀😀 ${lure} Your passport is kept by the company 😀.` },
      { text: `\u202e${lure}\u202c \ud83d ${lure}` },
      { title: '<b onclick="x()">Typist</b>', text: `<script>alert(1)</script> ${lure}` },
      { text: `قهوة ${lure} شاي` },
    ];
    const stdin = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    const { code, lines } = await start(['check', '-', '--format', 'jsonl'], { stdin });
    expect(code).toBe(0);
    expect(lines().flatMap((line) => checkFaults(line))).toEqual([]);
    for (const [index, line] of (lines() as VerdictLine[]).entries()) {
      const row = rows[index];
      const source = row?.title ? `${row.title}\n${row.text}` : (row?.text ?? '');
      for (const { start, end, text: words } of [...line.reasons, ...line.checkable].flatMap(({ spans }) => spans)) {
        expect(source.slice(start, end)).toBe(words);
      }
    }
  });

  test('a text of 200,000 characters in one line, and one of 5 MB', async () => {
    const long = JSON.stringify({ text: 'typist wanted '.repeat(14_286) });
    const huge = JSON.stringify({ text: 'x'.repeat(5_000_000) });
    const { code, lines } = await start(['check', '-', '--format', 'jsonl'], { stdin: `${long}\n${huge}\n` });
    expect(code).toBe(3);
    expect(lines()).toMatchObject([
      { line: 1, probability: expect.any(Number) },
      { line: 2, error: { code: 'too-long' } },
    ]);
  });

  test('no model: exit 4', async () => {
    const args = ['check', '-', '--model', join(folder, 'absent'), '--format', 'jsonl'];
    const { code, stdout, stderr } = await start(args, { stdin: '{"text":"a job"}\n' });
    expect([code, stdout]).toEqual([4, '']);
    expect(stderr).toContain('model failed');
  });

  test('a reader that goes away: quiet', async () => {
    const child = spawn(process.execPath, [BIN, 'check', '-', '--format', 'jsonl'], {
      cwd: folder,
      timeout: 590_000,
    });
    child.stdin.on('error', () => {});
    child.stdout.once('data', () => child.stdout.destroy());
    const stderr = text(child.stderr);
    const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
    child.stdin.end('{"text":"Cook for a hotel"}\n'.repeat(20));
    expect(await closed).toBe(0);
    expect(await stderr).toBe('');
  });
});
