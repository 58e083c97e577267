import { availableParallelism } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { check, type OutputFormat } from './check.ts';
import { CliError, EXIT, messageOf, unusable } from './errors.ts';
import { extract } from './extract.ts';
import { inspect } from './inputs/open.ts';
import { isClosedPipe, writer } from './output.ts';
import { Pool } from './pool.ts';
import { Progress } from './progress.ts';
import { paintFor } from './style.ts';

/** The process around the command line, so that tests can stand in for it. */
export interface Host {
  /** Without the runtime and the script. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  /** The model folder that ships with the program. */
  readonly modelDir: string;
  /** The built `cli/worker.ts`. */
  readonly worker: URL;
}

interface CheckOptions {
  readonly format: OutputFormat;
  readonly url?: URL;
  readonly jobs: number;
  readonly model?: string;
}

interface ExtractOptions {
  readonly format: OutputFormat;
  readonly url: URL;
}

/** Workers beyond this gain little and hold the model in memory once each. */
const MOST_JOBS_BY_DEFAULT = 4;

/** Runs the command line. @returns the exit code; every failure has become a line on standard error. */
export async function main(host: Host): Promise<number> {
  const note = (text: string) => void host.stderr.write(`joblantern: ${text}\n`);
  host.stderr.on('error', () => {});
  try {
    let code: number = EXIT.done;
    const done = (result: number) => {
      code = result;
    };
    await program(host, note, done).parseAsync([...host.argv], { from: 'user' });
    return code;
  } catch (error) {
    if (isClosedPipe(error)) return EXIT.done;
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    note(messageOf(error));
    return error instanceof CliError ? error.exitCode : EXIT.failed;
  } finally {
    host.stdin.destroy();
  }
}

function program(host: Host, note: (text: string) => void, done: (code: number) => void): Command {
  const command = new Command('joblantern')
    .description('Reads job adverts on this machine and explains the warning signs of trafficking lures.')
    .version(packageJson.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
    })
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 2 usage or unreadable file, 3 some rows rejected, 4 model or build failed.',
    );
  const shared = { write: writer(host.stdout), paint: paintFor(host.stdout, host.env), note };

  command
    .command('check')
    .description('score adverts')
    .argument('<file...>', '.txt (one advert), .jsonl, .csv, .html (a saved page), or - for JSONL on standard input')
    .addOption(formatOption())
    .option('--url <address>', 'address that the .html files were saved from', webAddress)
    .option('--jobs <number>', 'most scoring threads', wholeNumber, defaultJobs())
    .option('--model <folder>', 'another model folder')
    .action(async (files: string[], { format, url = undefined, jobs, model }: CheckOptions) => {
      const inputs = await inspect(files);
      if (!url && inputs.some(({ type }) => type === 'html')) throw unusable('a saved page needs --url, its address');
      const scorer = new Pool({ worker: host.worker, modelDir: model ?? host.modelDir, jobs });
      try {
        const progress = new Progress(host.stderr);
        const job = { ...shared, inputs, url: url ?? null, format, scorer, capacity: scorer.capacity, progress };
        done(await check({ ...job, stdin: host.stdin }));
      } finally {
        await scorer.close();
      }
    });

  command
    .command('extract')
    .description('list the adverts of a saved page, without scoring them')
    .argument('<file>', '.html')
    .requiredOption('--url <address>', 'address that the page was saved from', webAddress)
    .addOption(formatOption())
    .action(async (file: string, { url, format }: ExtractOptions) => {
      done(await extract({ ...shared, file, url, format }));
    });
  return command;
}

const formatOption = () => new Option('--format <format>', 'output').choices(['report', 'jsonl']).default('report');

const defaultJobs = () => Math.min(availableParallelism(), MOST_JOBS_BY_DEFAULT);

function webAddress(value: string): URL {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') throw new InvalidArgumentError('Expected https://…');
  return url;
}

function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,2}$/.test(value)) throw new InvalidArgumentError('Expected a whole number from 1 to 999.');
  return Number(value);
}
