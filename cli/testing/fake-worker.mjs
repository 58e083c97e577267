// Stands in for cli/worker.ts: same messages, no model. The text of an advert says how it behaves.
import { parentPort, workerData } from 'node:worker_threads';

const failed = (code, message) => parentPort.postMessage({ kind: 'failed', error: { code, message } });
const error = (code, message) => parentPort.postMessage({ kind: 'error', error: { code, message } });

parentPort.on('message', async ({ input }) => {
  const source = input.title ? `${input.title}\n${input.text}` : input.text;
  if (input.text.includes('CRASH')) process.exit(9);
  if (input.text.includes('THROW')) throw new Error('out of luck');
  if (input.text.includes('REFUSE')) return error('bad-input', 'not for me');
  if (input.text.includes('BREAK')) return error('runtime-failed', 'the runtime broke');
  if (input.text.includes('LOG')) console.log('a library speaks');
  if (input.text.includes('SLOW')) await new Promise((resolve) => setTimeout(resolve, 80));
  parentPort.postMessage({ kind: 'verdict', verdict: verdictOf(source) });
});

function verdictOf(source) {
  const start = source.indexOf('visa paid');
  const found = start !== -1;
  const span = { start, end: start + 9, text: 'visa paid' };
  return {
    level: found ? 'look-closer' : 'none',
    notEnough: null,
    probability: found ? 0.75 : 0.125,
    reasons: found ? [{ trait: 'all_expenses', strength: 0.9, severity: 4, spans: [span] }] : [],
    checkable: [],
    questions: [],
    language: 'en',
    model: { name: 'fake', sha256: 'f'.repeat(64) },
    truncated: false,
    ms: 1,
  };
}

if (workerData.modelDir.includes('missing')) failed('model-missing', 'no model here');
else parentPort.postMessage({ kind: 'ready' });
