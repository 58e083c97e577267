import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { main } from '../main.ts';

export const FAKE_WORKER = new URL('./fake-worker.mjs', import.meta.url);

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output as JSONL. */
  readonly lines: Record<string, unknown>[];
}

/** Runs the command line in this process, with the fake worker instead of the model. */
export async function run(
  argv: readonly string[],
  { stdin = '', modelDir = 'models/lure-detector' }: { stdin?: string | Buffer; modelDir?: string } = {},
): Promise<Ran> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const texts = Promise.all([buffer(stdout), buffer(stderr)]);
  const input = Readable.from([Buffer.from(stdin)]);
  const code = await main({ argv, env: {}, stdin: input, stdout, stderr, modelDir, worker: FAKE_WORKER });
  stdout.end();
  stderr.end();
  const [out, err] = (await texts).map((bytes) => bytes.toString('utf8')) as [string, string];
  const jsonl = out.startsWith('{') ? out.split('\n').filter((line) => line !== '') : [];
  return { code, stdout: out, stderr: err, lines: jsonl.map((line) => JSON.parse(line) as Record<string, unknown>) };
}
