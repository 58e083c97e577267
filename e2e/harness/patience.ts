import { vi } from 'vitest';

/** The longest wait for anything the extension does; milliseconds. Far above what it takes, for machines that do much else. */
export const PATIENCE = 240_000;

/** Checks again and again until `check` throws no more. */
export const eventually = (check: () => Promise<void> | void): Promise<void> =>
  vi.waitFor(check, { timeout: PATIENCE, interval: 200 });
