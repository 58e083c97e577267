import { EngineError } from '../engine/types.ts';
import type { Failure } from './messages.ts';

/** A failure that a handler throws on purpose; anything else it throws crosses as `internal`. */
export class MessageError extends Error {
  readonly code: Failure['code'];
  constructor(code: Failure['code'], message: string) {
    super(message);
    this.name = 'MessageError';
    this.code = code;
  }
}

/** Turns whatever was thrown into a value that survives a message. */
export function toFailure(error: unknown): Failure {
  if (error instanceof MessageError || error instanceof EngineError)
    return { code: error.code, message: error.message };
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) };
}
