import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Command, CommanderError } from 'commander';
import { BOARDS } from '../src/adverts/boards/index.ts';
import { expectedOf, readFixture } from './fixture/expected.ts';
import { keepOfBoards } from './fixture/keep.ts';
import { scrubPage } from './fixture/scrub.ts';
import { scrubUrl } from './fixture/scrub-value.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NAME = /^[a-z0-9][a-z0-9-]*$/;

interface Options {
  readonly url?: string;
  readonly only?: string;
  readonly force?: boolean;
  readonly out: string;
}

/** Runs the command with the given arguments and gives its exit code: 0 made, 2 wrong arguments or an unreadable file. */
export function main(args: readonly string[], say: (line: string) => void = console.error): number {
  const command = new Command('fixture')
    .description(
      'Makes fixtures/BOARD/CASE from a saved page: its tags stay, every word, number and address is replaced.',
    )
    .argument('<board>', 'id of the board, or json-ld or generic')
    .argument('<case>', 'name of the new case, such as list-with-open-pane')
    .argument('<file>', 'the saved page')
    .option('--url <url>', 'address the page was saved from; the board is chosen by it')
    .option('--only <selector>', 'keep only the elements that match, and what holds them')
    .option('--force', 'replace a case that is there')
    .option('--out <folder>', 'folder of the fixtures', join(ROOT, 'fixtures'))
    .configureOutput({ writeOut: (text) => say(text.trimEnd()), writeErr: (text) => say(text.trimEnd()) })
    .exitOverride()
    .action((board: string, name: string, file: string, options: Options) => make(board, name, file, options, say));
  try {
    command.parse(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    if (!(error instanceof CommanderError)) say(`error: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
}

function make(board: string, name: string, file: string, options: Options, say: (line: string) => void): void {
  for (const id of [board, name])
    if (!NAME.test(id)) throw new Error(`"${id}" is no name of a folder: use small letters, digits and hyphens`);
  const folder = join(options.out, board, name);
  if (existsSync(folder) && !options.force) throw new Error(`${folder} is there already; --force replaces it`);
  const keep = keepOfBoards(join(ROOT, 'src/adverts/boards'));
  const given = pageUrl(board, options.url);
  const page = scrubPage(readPage(file), given, keep, options.only);
  const url = new URL(scrubUrl(given.href, given, keep), given).href;
  const expected = expectedOf(readFixture(page, url, BOARDS), url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'page.html'), page);
  writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
  say(
    `${folder}: ${expected.adverts.length} adverts. Check expected.json, and page.html for anything that names someone.`,
  );
}

/** The page's text where it is UTF-8, else its bytes: the parser then goes by the page's own charset. */
function readPage(file: string): string | Uint8Array {
  const bytes = readBytes(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes;
  }
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Error(`cannot read ${file} (${error instanceof Error && 'code' in error ? error.code : error})`);
  }
}

function pageUrl(board: string, url: string | undefined): URL {
  if (url !== undefined && !/^https?:\/\//.test(url)) throw new Error(`--url must start with https://, not "${url}"`);
  const pattern = BOARDS.find(({ id }) => id === board)?.matches[0] ?? '*://board.example/*';
  const given = url ?? pattern.replace(/^\*:/, 'https:').replace('//*.', '//www.').replace(/\*.*$/, '');
  if (!URL.canParse(given)) throw new Error(`"${given}" is no address`);
  return new URL(given);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = main(process.argv.slice(2));
