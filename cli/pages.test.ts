import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { run } from './testing/run.ts';
import { faults } from './testing/schemas.ts';

const PAGES = fileURLToPath(new URL('../../shared/pages/', import.meta.url));
const present = existsSync(PAGES);
if (!present) console.info('skipped: extract on the saved pages of real boards (no ../shared/pages)');

/** The host that each page was saved from, out of the table beside the pages. */
function hosts(): Map<string, string> {
  const table = readFileSync(`${PAGES}README.md`, 'utf8');
  return new Map([...table.matchAll(/^\| (\S+) \| ([\w.-]+) \|/gm)].map(([, name = '', host = '']) => [name, host]));
}

describe.runIf(present)('extract on every saved page of a real board', () => {
  test.each(present ? readdirSync(PAGES).filter((name) => name.endsWith('.html')) : [])('%s', async (name) => {
    const host = hosts().get(name.slice(0, -'.html'.length));
    const url = `https://${host ?? 'jobs.example'}/`;
    const { code, lines, stderr } = await run(['extract', PAGES + name, '--url', url, '--format', 'jsonl']);
    expect([code, stderr.replace(/.*no advert found\n/, '')]).toEqual([0, '']);
    // The faults are counted, not shown: a page's words stay out of the log.
    expect(lines.filter((line) => faults('extract-line', line).length > 0)).toHaveLength(0);
  });
});
