import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Tag } from './schema.ts';
import { TAGS } from './schema.ts';
import type { Runtime } from './session.ts';
import type { ReadModelFile } from './types.ts';

/** Words of the little model below and the tag that each is a sign of. */
const SIGNS: Readonly<Record<string, Tag>> = {
  Telegram: 'off_platform',
  visa: 'all_expenses',
  passport: 'document_control',
  guarded: 'control_isolation',
  高薪: 'pay_implausible',
  Licence: 'verifiable',
};
const PLAIN = 'Typist wanted in the office and bring your only with free offer No work for'.split(' ');
const PIECES = [
  ...['<s>', '<pad>', '</s>', '<unk>', '▁'],
  ...[...Object.keys(SIGNS), ...PLAIN].flatMap((word) => [`▁${word}`, word]),
];
const UNK = PIECES.indexOf('<unk>');
const NOT_AN_ADVERT = PIECES.indexOf('▁No');

/** A tokenizer of whole words; what it does not know is `<unk>`. */
export const tokenizerJson = {
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: [0, 1, 2, 3].map((id) => ({
    id,
    content: PIECES[id],
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  })),
  normalizer: null,
  pre_tokenizer: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: true },
  post_processor: null,
  decoder: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: true },
  model: {
    type: 'Unigram',
    unk_id: UNK,
    vocab: PIECES.map((piece) => [piece, -piece.length / 10]),
    byte_fallback: false,
  },
};

export const thresholds = {
  version: 'test',
  calibration: { scale: 1, bias: 0 },
  levels: { 'look-closer': 0.5, 'several-signs': 0.6, strong: 0.8 },
  traits: Object.fromEntries(TAGS.map((tag) => [tag, { token: 0.4, advert: 0.6, over: { token: 0.4, advert: 0.6 } }])),
  minimum: { tokens: 3, job: 0.2 },
  window: { tokens: 10, overlap: 4 },
  languages: { supported: ['en', 'zh'], weak: ['zh'] },
};

const modelFolder = new URL('../../models/lure-detector/', import.meta.url);
const fromModel = (name: string): string => readFileSync(new URL(name, modelFolder), 'utf8');

/** A whole model folder in memory, but for the network; `changes` replaces files after the digests were taken, null removes one. */
export function folderOf(
  files: Readonly<Record<string, string>> = {},
  changes: Readonly<Record<string, string | null>> = {},
): ReadModelFile {
  const all: Record<string, string> = {
    'onnx/model_quantized.onnx': 'no network',
    'tokenizer.json': JSON.stringify(tokenizerJson),
    'tokenizer_config.json': JSON.stringify({ eos_token: '</s>', unk_token: '<unk>' }),
    'labels.json': fromModel('labels.json'),
    'normaliser.json': fromModel('normaliser.json'),
    'gazetteer.json': JSON.stringify({ date: '2026-11-24', places: [{ id: 'kk', tier: 'A', names: ['KK Park'] }] }),
    'thresholds.json': JSON.stringify(thresholds),
    ...files,
  };
  const digests = Object.entries(all).map(
    ([name, text]) => `${createHash('sha256').update(text).digest('hex')}  ${name}\n`,
  );
  const served: Record<string, string | null> = { ...all, SHA256SUMS: digests.join(''), ...changes };
  return async (name) => {
    const text = served[name];
    if (text == null) throw new Error(`no such file: ${name}`);
    return new TextEncoder().encode(text);
  };
}

/** A runtime in which every sign has probability 0.95 and the lure logit grows with the signs of the window; "No" stands for a text that is no advert. */
export function fakeRuntime(onRun: () => Promise<void> = async () => {}): Runtime {
  const run = async (feeds: { input_ids: { data: BigInt64Array } }) => {
    await onRun();
    const ids = [...feeds.input_ids.data].map(Number);
    const signs = ids.map((id) => SIGNS[(PIECES[id] ?? '').replace('▁', '')]);
    const logits = signs.flatMap((sign) => TAGS.map((tag) => (tag === sign ? 3 : -6)));
    const count = signs.filter(Boolean).length;
    return {
      logits: { data: Float32Array.from(logits) },
      lure_logit: { data: Float32Array.of(count * 1.2 - 1.5) },
      job_logit: { data: Float32Array.of(ids.includes(NOT_AN_ADVERT) ? -4 : 4) },
    };
  };
  class Tensor {
    readonly data: unknown;
    constructor(_type: string, data: unknown) {
      this.data = data;
    }
  }
  const runtime = {
    env: { wasm: {} },
    Tensor,
    InferenceSession: { create: async () => ({ run, release: async () => {} }) },
  };
  return runtime as unknown as Runtime;
}
