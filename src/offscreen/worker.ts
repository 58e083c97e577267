/**
 * The dedicated module worker that holds the engine, in both browsers. It reads the model from the package alone;
 * the engine checks the SHA-256 of what it reads.
 */
import { createEngine } from '../engine/engine.ts';
import type { ReadModelFile } from '../engine/types.ts';
import type { WorkerAnswer, WorkerRequest } from './rpc.ts';
import { createServer } from './server.ts';

const MODEL_FOLDER = new URL('/models/lure-detector/', self.location.href);

const readFile: ReadModelFile = async (name) => {
  const response = await fetch(new URL(name, MODEL_FOLDER));
  if (!response.ok) throw new Error(`${name}: status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};

const server = createServer(
  () => createEngine({ readFile }),
  (answer: WorkerAnswer) => self.postMessage(answer),
);
self.onmessage = (event: MessageEvent<WorkerRequest>) => server.receive(event.data);
