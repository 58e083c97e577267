import { describe, Tally } from './check-report.ts';
import { EXIT } from './errors.ts';
import { mapInOrder } from './in-order.ts';
import { type Input, readRows } from './inputs/open.ts';
import type { Write } from './output.ts';
import { RefusedAdvert, type Scorer } from './pool.ts';
import type { Progress } from './progress.ts';
import { type InputRow, reject } from './rows.ts';
import type { Paint } from './style.ts';
import { type CheckLine, isRejected, rejectedLine, verdictLine } from './verdict-line.ts';

export type OutputFormat = 'report' | 'jsonl';

export interface CheckJob {
  readonly inputs: readonly Input[];
  /** Address of the saved pages among them. */
  readonly url: URL | null;
  readonly format: OutputFormat;
  readonly scorer: Scorer;
  /** Adverts under way at once. */
  readonly capacity: number;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly write: Write;
  readonly paint: Paint;
  readonly progress: Progress;
  /** A word to the reader, on standard error. */
  readonly note: (text: string) => void;
}

/**
 * Scores every row of the inputs and writes one result for each, in order.
 * @returns the exit code. @throws CliError where an input or the model fails on the way.
 */
export async function check(job: CheckJob): Promise<number> {
  const { format, write, paint, progress } = job;
  const tally = new Tally();
  for await (const line of mapInOrder(rowsOf(job), job.capacity, (row) => lineOf(row, job.scorer))) {
    tally.add(line);
    await write(format === 'jsonl' ? `${JSON.stringify(line)}\n` : describe(line, paint));
    progress.add(isRejected(line));
  }
  progress.end();
  if (format === 'report' && tally.total > 0) await write(tally.summary());
  return tally.rejected > 0 ? EXIT.rejected : EXIT.done;
}

async function* rowsOf({ inputs, stdin, url, note }: CheckJob): AsyncGenerator<InputRow> {
  for (const input of inputs) {
    let empty = true;
    for await (const row of readRows(input, stdin, url)) {
      empty = false;
      yield row;
    }
    if (empty) note(`${input.file === '-' ? 'standard input' : input.file}: no advert found`);
  }
}

async function lineOf(row: InputRow, scorer: Scorer): Promise<CheckLine> {
  if (row.kind === 'rejected') return rejectedLine(row);
  try {
    return verdictLine(row, await scorer.score({ title: row.title, text: row.text, found: row.found }));
  } catch (error) {
    if (error instanceof RefusedAdvert) return rejectedLine(reject(row, 'bad-input', error.message, row.id));
    throw error;
  }
}
