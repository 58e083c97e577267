import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { codeOf } from './errors.ts';

export type Write = (text: string) => Promise<void>;

/**
 * Writes to a stream no faster than it takes the text.
 * The returned function throws what the stream failed with, also where it failed after an earlier call.
 */
export function writer(stream: Writable): Write {
  let failure: Error | null = null;
  stream.on('error', (error) => {
    failure ??= error;
  });
  return async (text) => {
    if (failure) throw failure;
    if (!stream.write(text)) await once(stream, 'drain');
  };
}

/** True where the reader of our output went away (`| head`): no fault of anybody's. */
export const isClosedPipe = (error: unknown): boolean =>
  ['EPIPE', 'ERR_STREAM_DESTROYED'].includes(codeOf(error) ?? '');
