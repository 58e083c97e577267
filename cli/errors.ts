/** Exit codes of the command line. A graver one wins: 4, then 2, then 3. */
export const EXIT = { done: 0, usage: 2, rejected: 3, failed: 4 } as const;

/** A failure with a message for the reader and the exit code that goes with it. */
export class CliError extends Error {
  readonly exitCode: 2 | 4;
  constructor(exitCode: 2 | 4, message: string) {
    super(message);
    this.name = 'CliError';
    this.exitCode = exitCode;
  }
}

/** Wrong flags, or an input that cannot be read as what it claims to be. */
export const unusable = (message: string): CliError => new CliError(EXIT.usage, message);

/** The model, the runtime or the build failed. */
export const broken = (message: string): CliError => new CliError(EXIT.failed, message);

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
