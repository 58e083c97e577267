import { parentPort, workerData } from 'node:worker_threads';
import { createNodeEngine } from '../src/engine/node.ts';
import type { WorkerStart } from './messages.ts';
import { serve } from './serve.ts';

const { modelDir } = workerData as WorkerStart;
if (!parentPort) throw new Error('to be started as a worker thread');
await serve(parentPort, () => createNodeEngine(modelDir));
