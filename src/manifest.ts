import type { Board } from './adverts/types.ts';

export type BrowserName = 'chrome' | 'firefox';

/** `manifest.json` at the top of the repository: what both browsers share, and each one's own keys side by side. */
export interface SourceManifest {
  readonly manifest_version: number;
  readonly version: string;
  readonly minimum_chrome_version: string;
  readonly permissions: readonly string[];
  readonly background: { readonly service_worker: string; readonly scripts: readonly string[]; readonly type: string };
  readonly content_scripts: readonly { readonly matches: readonly string[]; readonly js: readonly string[] }[];
  readonly browser_specific_settings: { readonly gecko: Record<string, unknown> };
  readonly [key: string]: unknown;
}

/**
 * Public key of test builds: gives Chrome the stable id `TEST_CHROME_ID`. Its private half was thrown away,
 * so that nothing can be signed with it.
 */
export const TEST_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqeeiC9fnAo2Y2kZplaUmxL5au9g4Um7iy97S2CImwyPH7MRXDrtjGc9DqT+OZIABBPe98tvvI7jH49h/efTX0r78R0NO+LsHc4dV0wau+nUcR3EYy9Vsw6WU9W/v5xRUyMXYH6URXM81w7I1WQy3vjorrt4cU4ofzsdHBTVqavSlgJ5LcMDK5IJiU9bXuwoQcHyBxFIfn/mh6Aj4h1/CVlmybSydOnIrWhglEcNbIbOh1ALKEaLox0xaEUYGHS1CFtSnydtZZ/byHewOUZUqdSriKyKuZqzqMUY0uwRLrtT//5TsxIo8b5y/z4ER5GWsnRadUmzwetYn8zW8WHCiYwIDAQAB';
/** Chrome derives it from {@link TEST_KEY}: first 16 bytes of its SHA-256, as letters a to p. */
export const TEST_CHROME_ID = 'banpnjnmlbaepfembjohalcopffiefbk';

/**
 * Boards read without a click since the first release. A host added here in an update would switch the extension off
 * in Chrome until the reader agrees again: later boards belong to `optional_host_permissions`.
 */
export const STATIC_BOARDS: readonly string[] = ['indeed', 'linkedin', 'seek', 'computrabajo', '104', 'camhr'];

/** The manifest of one browser's package. Pure; throws where a static board is missing from `boards`. */
export function manifestFor(
  target: BrowserName,
  source: SourceManifest,
  boards: readonly Board[],
  options: { readonly test?: boolean } = {},
): Record<string, unknown> {
  const { background, browser_specific_settings, minimum_chrome_version, permissions, content_scripts, ...shared } =
    source;
  const matches = staticMatches(boards);
  const common = {
    ...shared,
    content_scripts: content_scripts.map((script) => ({ ...script, matches })),
  };
  if (target === 'firefox') {
    return {
      ...common,
      permissions: permissions.filter((name) => name !== 'offscreen'),
      background: { scripts: background.scripts, type: background.type },
      browser_specific_settings,
    };
  }
  return {
    ...common,
    minimum_chrome_version,
    permissions,
    background: { service_worker: background.service_worker, type: background.type },
    ...(options.test ? { key: TEST_KEY } : {}),
  };
}

function staticMatches(boards: readonly Board[]): string[] {
  return STATIC_BOARDS.flatMap((id) => {
    const board = boards.find((candidate) => candidate.id === id);
    if (!board) throw new Error(`the manifest needs the board ${id}`);
    return board.readsAlone ?? board.matches;
  });
}
