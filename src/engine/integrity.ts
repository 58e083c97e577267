import { sha256 } from '@noble/hashes/sha2.js';
import { EngineError, type ReadModelFile } from './types.ts';

export const CHECKSUMS = 'SHA256SUMS';

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** SHA-256 in hex. By the platform; in plain code where there is none, as on a page that is not served securely. */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) return hex(sha256(bytes));
  return hex(new Uint8Array(await subtle.digest('SHA-256', new Uint8Array(bytes))));
}

/** Reads `sha256sum` lines: digest, two spaces or a space and a star, name. */
export function parseChecksums(text: string): ReadonlyMap<string, string> {
  const lines = [...text.matchAll(/^([0-9a-f]{64}) [ *](?:\.\/)?(\S.*?)\r?$/gim)];
  return new Map(lines.map(([, digest = '', name = '']) => [name, digest.toLowerCase()]));
}

async function readOrFail(readFile: ReadModelFile, name: string): Promise<Uint8Array> {
  try {
    return await readFile(name);
  } catch (cause) {
    throw new EngineError('model-missing', `${name} cannot be read: ${cause instanceof Error ? cause.message : cause}`);
  }
}

/** A file of the model folder with its digest. */
export interface CheckedFile {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/**
 * A reader that hands out only files that are what SHA256SUMS says.
 * @throws EngineError `model-missing` where a file cannot be read, `model-damaged` where it is not listed or differs.
 */
export async function createCheckedReader(readFile: ReadModelFile): Promise<(name: string) => Promise<CheckedFile>> {
  const digests = parseChecksums(new TextDecoder().decode(await readOrFail(readFile, CHECKSUMS)));
  return async (name) => {
    const bytes = await readOrFail(readFile, name);
    const expected = digests.get(name);
    if (expected === undefined) throw new EngineError('model-damaged', `${name} is not listed in ${CHECKSUMS}`);
    const actual = await sha256Hex(bytes);
    if (actual !== expected) throw new EngineError('model-damaged', `${name} has SHA-256 ${actual}, not ${expected}`);
    return { bytes, sha256: actual };
  };
}
