import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from './main.ts';
import { FAKE_WORKER, run } from './testing/run.ts';
import { checkFaults, faults } from './testing/schemas.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'joblantern-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
function subfolder(name: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  return path;
}
const url = ['--url', 'https://jobs.example/list'];
const jsonl = ['--format', 'jsonl'];
const POSTING = `<script type="application/ld+json">{"@context":"https://schema.org","@type":"JobPosting","title":"Typist",
"description":"<p>Ticket and visa paid by the company, no experience needed.</p>","hiringOrganization":{"name":"Demo Office"},
"jobLocation":{"address":{"addressLocality":"Bangkok"}}}</script>`;

describe('check', () => {
  test('1,000 rows, five of them broken: 1,000 lines in order, exit 3', async () => {
    const rows = Array.from(
      { length: 1000 },
      (_, index) => `{"id":${index},"text":"ticket and visa paid, row ${index}"}`,
    );
    const broken = { 0: '{', 100: '[]', 500: '', 777: '{"id":777}', 999: '{"id":"last","text":9}' };
    for (const [index, row] of Object.entries(broken)) rows[Number(index)] = row;
    const { code, lines, stderr } = await run(['check', file('many.jsonl', `${rows.join('\n')}\n`), ...jsonl]);
    expect(code).toBe(3);
    expect(lines.map(({ line }) => line)).toEqual(rows.map((_, index) => index + 1));
    expect(lines.flatMap((line) => checkFaults(line))).toEqual([]);
    expect(lines.filter((line) => 'error' in line).map(({ line }) => line)).toEqual([1, 101, 501, 778, 1000]);
    expect(lines[998]).toMatchObject({ id: '998', level: 'look-closer' });
    expect(stderr).toContain('1000 rows done, 5 not read');
  });

  test('a line has every key, and spans point into title and text', async () => {
    const row = { title: '🌏 Typist', text: '😀😀 ticket and visa paid 👩‍💻' };
    const { lines } = await run(['check', '-', ...jsonl], { stdin: JSON.stringify(row) });
    const source = `${row.title}\n${row.text}`;
    const start = source.indexOf('visa paid');
    expect(lines).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        line: 1,
        title: row.title,
        level: 'look-closer',
        notEnough: null,
        probability: 0.75,
        reasons: [
          { trait: 'all_expenses', strength: 0.9, severity: 4, spans: [{ start, end: start + 9, text: 'visa paid' }] },
        ],
        checkable: [],
        language: 'en',
        model: { name: 'fake', sha256: 'f'.repeat(64) },
        truncated: false,
        file: '-',
      },
    ]);
    expect(source.slice(start, start + 9)).toBe('visa paid');
  });

  test('a text, a table and a page in one go, in the order named', async () => {
    const files = [
      file('a.txt', '\ufeffTyper wanted,\r\nvisa paid\r\n'),
      file('b.csv', 'Text,ID\nvisa paid,b1\n'),
      file('c.HTML', POSTING),
    ];
    const { code, lines } = await run(['check', ...files, ...url, ...jsonl]);
    expect(code).toBe(0);
    expect(lines.map(({ file: name, line, title, level }) => [name, line, title, level])).toEqual([
      [files[0], 1, null, 'look-closer'],
      [files[1], 2, null, 'look-closer'],
      [files[2], 1, 'Typist', 'look-closer'],
    ]);
    expect(lines[0]).toMatchObject({ reasons: [{ spans: [{ start: 15 }] }] });
  });

  test('what a library logs stays out of standard output', async () => {
    const { lines } = await run(['check', '-', ...jsonl], { stdin: '{"text":"LOG"}\n{"text":"LOG"}' });
    expect(lines).toHaveLength(2);
  });

  test('an advert that the engine refuses is a rejected row', async () => {
    const { code, lines } = await run(['check', '-', ...jsonl], {
      stdin: '{"id":"a","text":"REFUSE"}\n{"text":"a job"}',
    });
    expect(code).toBe(3);
    expect(lines[0]).toEqual({ id: 'a', line: 1, error: { code: 'bad-input', message: 'not for me' }, file: '-' });
    expect(lines[1]).toMatchObject({ level: 'none' });
  });

  test.each(['CRASH', 'BREAK'])('%s in the middle: exit 4 and a reason', async (word) => {
    const stdin = `{"text":"a job"}\n{"text":"${word}"}\n{"text":"a job"}\n`;
    const { code, stderr, lines } = await run(['check', '-', ...jsonl, '--jobs', '1'], { stdin });
    expect(code).toBe(4);
    expect(stderr).toMatch(/^joblantern: .*(worker|scoring)/m);
    expect(lines.length).toBeLessThan(3);
  });

  test('no model: exit 4, nothing on standard output', async () => {
    const { code, stdout, stderr } = await run(['check', '-'], { stdin: '{"text":"a job"}', modelDir: 'missing' });
    expect([code, stdout]).toEqual([4, '']);
    expect(stderr).toContain('no model here');
  });

  test('the report quotes the words and has a summary, without colour in a pipe', async () => {
    const stdin = '{"title":"Typist","text":"all visa paid"}\n{"text":"a job"}\n{"text":3}\n';
    const { code, stdout } = await run(['check', '-'], { stdin });
    expect(code).toBe(3);
    expect(stdout).toContain('“visa paid”');
    expect(stdout).toContain('Everything is paid for you');
    expect(stdout).toContain('3 rows. Look closer: 1 · No known warning signs: 1 · Not read: 1');
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toMatch(/\bsafe\b/i);
  });

  test('nothing on standard input: no line, exit 0', async () => {
    expect(await run(['check', '-', ...jsonl])).toMatchObject({ code: 0, stdout: '' });
  });
});

describe('usage and unreadable files', () => {
  test.each<[string, () => string[], RegExp]>([
    ['no command', () => [], /Usage/],
    ['an unknown flag', () => ['check', 'a.txt', '--loud'], /unknown option/],
    ['no file', () => ['check'], /missing required argument/],
    ['an unknown format', () => ['check', '-', '--format', 'xml'], /Allowed choices/],
    ['no jobs', () => ['check', '-', '--jobs', '0'], /whole number/],
    ['an unknown kind of file', () => ['check', file('a.docx', 'x')], /expected \.txt/],
    ['an absent file', () => ['check', join(folder, 'absent.txt')], /does not exist/],
    ['a folder', () => ['check', subfolder('dir.txt')], /is a folder/],
    ['an empty file', () => ['check', file('empty.jsonl', '')], /is empty/],
    ['a binary text', () => ['check', file('b.txt', Buffer.from([1, 0, 2]))], /not a text file/],
    ['a binary page', () => ['extract', file('b.html', Buffer.from([1, 0, 2])), ...url], /not a text file/],
    ['a page without its address', () => ['check', file('p.html', POSTING)], /--url/],
    ['extract without an address', () => ['extract', file('p.html', POSTING)], /--url/],
    ['no web address', () => ['extract', file('p.html', POSTING), '--url', 'javascript:1'], /https/],
    ['no text column', () => ['check', file('n.csv', 'id,body\n1,a\n')], /names "id", "body"/],
  ])('%s: exit 2', async (_name, argv, message) => {
    const { code, stdout, stderr } = await run(argv());
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  test('a file that is unreadable stops the run before the first line', async () => {
    const good = file('good.jsonl', '{"text":"a job"}');
    expect(await run(['check', good, join(folder, 'absent.csv'), ...jsonl])).toMatchObject({ code: 2, stdout: '' });
  });

  test('help and version: exit 0', async () => {
    expect(await run(['--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('Exit codes') });
    expect(await run(['--version'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+/) });
  });
});

describe('extract', () => {
  test('a line for each advert, every key present', async () => {
    const page = file('job.html', `<h1>Typist</h1>${POSTING}`);
    const { code, lines } = await run(['extract', page, '--url', 'https://jobs.example/7', ...jsonl]);
    expect(code).toBe(0);
    expect(lines).toHaveLength(1);
    expect(lines.flatMap((line) => faults('extract-line', line))).toEqual([]);
    expect(lines[0]).toMatchObject({ found: 'json-ld', title: 'Typist', company: 'Demo Office', pay: null });
    expect(lines[0]?.text).not.toContain('<');
  });

  test('none found: exit 0 and no line; the report says so', async () => {
    const page = file('none.html', '<p>Closed.</p>');
    expect(await run(['extract', page, ...url, ...jsonl])).toMatchObject({ code: 0, stdout: '' });
    expect(await run(['extract', page, ...url])).toMatchObject({ code: 0, stdout: 'no advert found\n' });
  });

  test('broken structured data does not stop the page', async () => {
    const page = file('broken.html', `<script type="application/ld+json">{"@type": "JobPosting", </script>${POSTING}`);
    expect((await run(['extract', page, ...url, ...jsonl])).lines).toMatchObject([{ title: 'Typist' }]);
  });
});

test('a reader that goes away (| head) ends the run quietly', async () => {
  const stdout = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
  });
  const stderr = new PassThrough();
  const stdin = Readable.from([Buffer.from('{"text":"a job"}\n'.repeat(5))]);
  const argv = ['check', '-', '--format', 'jsonl'];
  const code = await main({ argv, env: {}, stdin, stdout, stderr, modelDir: 'model', worker: FAKE_WORKER });
  expect(code).toBe(0);
  expect(stderr.read()).toBeNull();
});
