import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createEngine } from './engine.ts';
import type { SessionOptions } from './session.ts';
import type { Engine } from './types.ts';

/** The engine in Node: the model folder from disk, the runtime's wasm from its package. Throws as `createEngine` does. */
export async function createNodeEngine(modelDir: string, options: SessionOptions = {}): Promise<Engine> {
  const wasmFile = createRequire(import.meta.url).resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm');
  return createEngine({
    wasm: await readFile(wasmFile),
    ...options,
    readFile: (name) => readFile(join(modelDir, name)),
  });
}
