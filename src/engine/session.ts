import * as ortWasm from 'onnxruntime-web/wasm';
import { EngineError } from './types.ts';

/** The parts of onnxruntime that are used, so that a test can stand in for them. */
export type Runtime = Pick<typeof ortWasm, 'InferenceSession' | 'Tensor' | 'env'>;

export interface SessionOptions {
  /** onnxruntime-web's `wasm` variant where left out. */
  readonly ort?: Runtime;
  /** Address of `ort-wasm-simd-threaded.wasm`, or its bytes; found beside the script where left out. */
  readonly wasm?: string | Uint8Array;
  /** Longest time to make a session, in milliseconds; 60,000 where left out. A failing runtime may never answer. */
  readonly timeoutMs?: number;
}

/** What the model says of one window. */
export interface WindowOutput {
  /** Tokens × tags, row by row, `<s>` and `</s>` included. */
  readonly logits: Float32Array;
  readonly lure: number;
  readonly job: number;
}

export interface ModelSession {
  /** @throws EngineError `runtime-failed` */
  run(ids: readonly number[]): Promise<WindowOutput>;
  close(): Promise<void>;
}

const CREATION_MS = 60_000;

function failed(cause: unknown): EngineError {
  return new EngineError('runtime-failed', cause instanceof Error ? cause.message : String(cause));
}

function configure(ort: Runtime, wasm: string | Uint8Array | undefined): void {
  // One thread: extension pages of Firefox have no SharedArrayBuffer, and two threads hang where the runtime is bundled.
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.proxy = false;
  ort.env.logLevel = 'error';
  if (typeof wasm === 'string') ort.env.wasm.wasmPaths = { wasm };
  else if (wasm) ort.env.wasm.wasmBinary = wasm;
}

function withinTime<T>(work: Promise<T>, ms: number, release: (late: T) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    let expired = false;
    const timer = setTimeout(() => {
      expired = true;
      reject(new EngineError('timeout', `the runtime did not start within ${ms} ms`));
    }, ms);
    work.then(
      (value) => {
        clearTimeout(timer);
        if (expired) release(value);
        else resolve(value);
      },
      (cause) => {
        clearTimeout(timer);
        reject(failed(cause));
      },
    );
  });
}

function numbers(output: ortWasm.OnnxValue | undefined, name: string): Float32Array {
  const data = output && 'data' in output ? output.data : undefined;
  if (!(data instanceof Float32Array)) throw new EngineError('model-damaged', `the model has no output ${name}`);
  return data;
}

/**
 * Loads the model.
 * @throws EngineError `timeout`, or `runtime-failed` where the runtime or the model does not load.
 */
export async function createSession(onnx: Uint8Array, options: SessionOptions = {}): Promise<ModelSession> {
  const ort = options.ort ?? ortWasm;
  configure(ort, options.wasm);
  const session = await withinTime(
    ort.InferenceSession.create(onnx, { executionProviders: ['wasm'], graphOptimizationLevel: 'all' }),
    options.timeoutMs ?? CREATION_MS,
    (late) => void late.release(),
  );
  return {
    async run(ids) {
      const shape = [1, ids.length];
      const outputs = await session
        .run({
          input_ids: new ort.Tensor('int64', BigInt64Array.from(ids, BigInt), shape),
          attention_mask: new ort.Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
        })
        .catch((cause: unknown) => {
          throw failed(cause);
        });
      const [lure] = numbers(outputs.lure_logit, 'lure_logit');
      const [job] = numbers(outputs.job_logit, 'job_logit');
      return { logits: numbers(outputs.logits, 'logits'), lure: lure ?? 0, job: job ?? 0 };
    },
    close: () => session.release(),
  };
}
