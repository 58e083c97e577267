import { describe, expect, test } from 'vitest';
import { type Engine, EngineError, type Verdict } from '../src/engine/types.ts';
import type { WorkerReply, WorkerRequest } from './messages.ts';
import { serve } from './serve.ts';

const verdict = { level: 'none', probability: 0.1 } as Verdict;

async function start(score: Engine['score']) {
  const replies: WorkerReply[] = [];
  let hear: (request: WorkerRequest) => unknown = () => {};
  const port = {
    on: (_event: 'message', listener: (request: WorkerRequest) => unknown) => {
      hear = listener;
    },
    postMessage: (reply: WorkerReply) => void replies.push(reply),
  };
  const engine: Engine = { model: { name: 'fake', sha256: '' }, score, close: async () => {} };
  await serve(port, async () => engine);
  return { replies, ask: async (text: string) => hear({ kind: 'score', input: { text, found: 'pasted' } }) };
}

describe('serve', () => {
  test('ready, then a verdict for each request', async () => {
    const { replies, ask } = await start(async () => verdict);
    await ask('a job');
    expect(replies).toEqual([{ kind: 'ready' }, { kind: 'verdict', verdict }]);
  });

  test('what the engine throws crosses with its code', async () => {
    const { replies, ask } = await start(async ({ text }) => {
      throw text === 'known' ? new EngineError('bad-input', 'no words') : new Error('a bug');
    });
    await ask('known');
    await ask('unknown');
    expect(replies.slice(1)).toEqual([
      { kind: 'error', error: { code: 'bad-input', message: 'no words' } },
      { kind: 'error', error: { code: 'internal', message: 'a bug' } },
    ]);
  });

  test('an engine that does not load', async () => {
    const replies: WorkerReply[] = [];
    const port = { on: () => {}, postMessage: (reply: WorkerReply) => void replies.push(reply) };
    await serve(port, async () => {
      throw new EngineError('model-damaged', 'wrong sum');
    });
    expect(replies).toEqual([{ kind: 'failed', error: { code: 'model-damaged', message: 'wrong sum' } }]);
  });
});
