import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { MODEL_FILE, readModelFolder } from '../src/engine/model-folder.ts';
import { createNodeEngine } from '../src/engine/node.ts';
import { createNormaliser } from '../src/engine/normalise/index.ts';
import { createTokenizer } from '../src/engine/tokenizer.ts';

/**
 * `npm run bench`: how long the engine takes, one thread of WebAssembly in Node, and how large the model is.
 * Times are of this machine at this moment; the ratios to one advert of 64 tokens, measured in the same run, are what
 * can be compared. Texts are of the written corpus.
 */
const MODEL = join(import.meta.dirname, '..', 'models', 'lure-detector');
const CORPUS = join(import.meta.dirname, '..', 'training', 'corpus', 'en.jsonl');
const ROUNDS = 7;

async function corpusText(): Promise<string> {
  const rows = (await readFile(CORPUS, 'utf8')).split('\n').filter(Boolean);
  return rows.map((row) => String(JSON.parse(row).marked).replace(/⟦[^|]*\||⟧/g, '')).join('\n');
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function main(): Promise<void> {
  const read = (name: string): Promise<Uint8Array> => readFile(join(MODEL, name));
  const folder = await readModelFolder(read);
  const tokenizer = createTokenizer(folder.tokenizer);
  const normalised = createNormaliser(folder.normaliser)(await corpusText()).text;
  const { ranges } = tokenizer.encode(normalised.slice(0, 60_000));
  /** A stretch of the corpus of so many tokens. */
  const stretch = (from: number, tokens: number): string =>
    normalised.slice(ranges[from]?.start ?? 0, ranges[from + tokens - 1]?.end);

  let engine = await createNodeEngine(MODEL);
  await engine.close();
  const start = await timed(async () => {
    engine = await createNodeEngine(MODEL);
    await engine.score({ text: stretch(0, 60), found: 'board' });
  });
  const score = (texts: readonly string[]) => async (): Promise<void> => {
    for (const text of texts) await engine.score({ text, found: 'board' });
  };
  const cases: [string, readonly string[]][] = [
    ['1 advert of 64 tokens', [stretch(0, 62)]],
    ['1 advert of 256 tokens', [stretch(100, 254)]],
    ['1 advert of 600 tokens', [stretch(400, 600)]],
    ['25 cards of 60 tokens', Array.from({ length: 25 }, (_, n) => stretch(n * 61, 60))],
  ];
  const times = new Map<string, number[]>(cases.map(([name]) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, texts] of cases) times.get(name)?.push(await timed(score(texts)));
  }
  await engine.close();

  const unit = median(times.get('1 advert of 64 tokens') ?? []);
  console.log(`${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, one thread of WebAssembly`);
  console.log(`start to first verdict: ${start.toFixed(0)} ms`);
  for (const [name, values] of times) {
    console.log(`${name}: ${median(values).toFixed(0)} ms, ${(median(values) / unit).toFixed(1)} times the first`);
  }
  for (const name of [MODEL_FILE, 'tokenizer.json']) {
    const bytes = await readFile(join(MODEL, name));
    console.log(`${name}: ${(bytes.length / 1e6).toFixed(1)} MB, gzip ${(gzipSync(bytes).length / 1e6).toFixed(1)} MB`);
  }
}

await main();
