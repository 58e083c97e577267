import type { Readable } from 'node:stream';
import Papa from 'papaparse';
import { unusable } from '../errors.ts';

export interface CsvRecord {
  readonly cells: readonly string[];
  /** What is wrong with its quoting, or null. */
  readonly fault: string | null;
}

/** A record longer than this means that a quote was opened and never closed, in UTF-16 code units. */
export const MAX_RECORD = 64 * 1024 * 1024;

/** What the parser handed over last, and how to let it go on. */
interface State {
  batch: CsvRecord[];
  resume: (() => void) | null;
  ended: boolean;
  error: Error | null;
  wake: () => void;
}

/**
 * The records of a CSV text, piece by piece: the parser rests until the records of a piece have been taken.
 * @throws CliError where a quote never closes, and what the stream throws.
 */
export async function* records(
  file: string,
  text: Readable,
  delimiter: string,
  maxRecord = MAX_RECORD,
): AsyncGenerator<CsvRecord> {
  const state: State = { batch: [], resume: null, ended: false, error: null, wake: () => {} };
  start(state, text, delimiter);
  let unread = 0;
  text.on('data', (piece: string) => {
    unread += piece.length;
    if (unread > maxRecord) text.destroy(unusable(`${file} has a quote that never closes`));
  });

  try {
    while (true) {
      while (state.batch.length === 0 && !state.ended) {
        await new Promise<void>((resolve) => {
          state.wake = resolve;
        });
      }
      const { batch } = state;
      state.batch = [];
      if (batch.length > 0) unread = 0;
      yield* batch;
      if (state.error) throw state.error;
      if (state.ended) return;
      state.resume?.();
    }
  } finally {
    text.destroy();
  }
}

function start(state: State, text: Readable, delimiter: string): void {
  const end = (error: Error | null) => {
    state.ended = true;
    state.error ??= error;
    state.wake();
  };
  // A stream's error reaches a resting parser only when it goes on, so it is heard here.
  text.on('error', end);
  Papa.parse<string[], Readable>(text, {
    delimiter,
    chunk(results, parser) {
      if (results.data.length === 0) return;
      state.batch = results.data.map((cells, index) => ({
        cells,
        fault: results.errors.find((error) => error.row === index)?.message ?? null,
      }));
      state.resume = () => parser.resume();
      parser.pause();
      state.wake();
    },
    complete: () => end(null),
  });
}
