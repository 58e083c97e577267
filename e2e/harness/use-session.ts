import { afterAll, beforeAll, expect } from 'vitest';
import { distFor } from './dist.ts';
import { type BrowserName, launch, type Session } from './session.ts';

/** Both stock browsers, or those named in the environment variable E2E_BROWSERS (`chromium`, `firefox`). */
export const BROWSERS = (process.env.E2E_BROWSERS ?? 'chromium,firefox').split(',') as BrowserName[];

/**
 * One browser for all tests of a `describe`. At its end the whole session's traffic is looked at: whatever a file tests, a
 * request that no page and no reader accounts for fails it.
 */
export function useSession(
  name: BrowserName,
  extension: () => string | Promise<string> = () => distFor(name),
): () => Session {
  let session: Session | undefined;
  beforeAll(async () => {
    session = await launch(name, { extension: await extension() });
  });
  afterAll(async () => {
    const unexplained = session?.unexplained() ?? [];
    await session?.close();
    expect(unexplained).toEqual([]);
  });
  return () => {
    if (!session) throw new Error('the browser is not running');
    return session;
  };
}
