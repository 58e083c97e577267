import { Worker } from 'node:worker_threads';
import type { ScoreInput, Verdict } from '../src/engine/types.ts';
import { broken, messageOf } from './errors.ts';
import type { WorkerFailure, WorkerReply, WorkerRequest, WorkerStart } from './messages.ts';

/** Adverts that wait for one worker before another is started: each loads the model anew, which takes as long as a few adverts. */
const BACKLOG = 16;

/** An advert that the engine refuses, where the engine itself is well. */
export class RefusedAdvert extends Error {}

export interface Scorer {
  /** @throws RefusedAdvert for this advert alone; CliError (exit 4) where the model or a worker failed, then for every call. */
  score(input: ScoreInput): Promise<Verdict>;
  close(): Promise<void>;
}

export interface PoolOptions {
  /** The built `cli/worker.ts`. */
  readonly worker: URL;
  readonly modelDir: string;
  /** Most workers at once. */
  readonly jobs: number;
}

interface Task {
  readonly input: ScoreInput;
  readonly resolve: (verdict: Verdict) => void;
  readonly reject: (error: Error) => void;
}

interface Slot {
  readonly worker: Worker;
  task: Task | null;
  ready: boolean;
}

/** Scores on worker threads, started as the work asks for them. A worker scores one advert at a time. */
export class Pool implements Scorer {
  readonly #options: PoolOptions;
  readonly #slots: Slot[] = [];
  readonly #waiting: Task[] = [];
  #failure: Error | null = null;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** How many adverts to hand over at once so that every worker has work. */
  get capacity(): number {
    return this.#options.jobs * BACKLOG * 2;
  }

  get workers(): number {
    return this.#slots.length;
  }

  score(input: ScoreInput): Promise<Verdict> {
    if (this.#failure) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ input, resolve, reject });
      this.#feed();
    });
  }

  async close(): Promise<void> {
    this.#failure ??= new Error('the pool is closed');
    await Promise.all(this.#slots.map(({ worker }) => worker.terminate()));
  }

  #feed(): void {
    for (const slot of this.#slots) {
      if (!slot.ready || slot.task) continue;
      const task = this.#waiting.shift();
      if (!task) return;
      slot.task = task;
      slot.worker.postMessage({ kind: 'score', input: task.input } satisfies WorkerRequest);
    }
    if (this.#slots.length < this.#options.jobs && this.#waiting.length > this.#slots.length * BACKLOG) this.#start();
  }

  #start(): void {
    const { worker: url, modelDir } = this.#options;
    // What a library logs in a worker would end up between the lines of standard output.
    const worker = new Worker(url, { workerData: { modelDir } satisfies WorkerStart, stdout: true });
    worker.stdout.pipe(process.stderr, { end: false });
    const slot: Slot = { worker, task: null, ready: false };
    this.#slots.push(slot);
    worker.on('message', (reply: WorkerReply) => this.#hear(slot, reply));
    worker.on('error', (error) => this.#fail(`a scoring worker crashed: ${messageOf(error)}`));
    worker.on('exit', (code) => this.#fail(`a scoring worker stopped (exit ${code})`));
  }

  #hear(slot: Slot, reply: WorkerReply): void {
    if (reply.kind === 'failed') {
      this.#fail(explain(reply.error));
      return;
    }
    if (reply.kind === 'error' && reply.error.code !== 'bad-input') {
      this.#fail(explain(reply.error));
      return;
    }
    const { task } = slot;
    slot.task = null;
    slot.ready = true;
    if (reply.kind === 'verdict') task?.resolve(reply.verdict);
    else if (reply.kind === 'error') task?.reject(new RefusedAdvert(reply.error.message));
    this.#feed();
  }

  #fail(message: string): void {
    if (this.#failure) return;
    const failure = broken(message);
    this.#failure = failure;
    const tasks = [...this.#slots.map(({ task }) => task), ...this.#waiting.splice(0)];
    for (const task of tasks) task?.reject(failure);
  }
}

/** What went wrong with the model or the runtime, and what to do. */
function explain({ code, message }: WorkerFailure): string {
  if (code === 'model-missing')
    return `model failed: ${message}. Restore models/lure-detector, or name its folder with --model`;
  if (code === 'model-damaged') return `model failed: ${message}. Restore models/lure-detector from the repository`;
  return `scoring failed (${code}): ${message}`;
}
