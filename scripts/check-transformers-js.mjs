// @ts-check
/**
 * Loads the model folder in Transformers.js, installed into a temporary folder, and compares it with what the extension uses.
 * Prints a line for each check; docs/decisions/0004-tokenizer-package.md holds the result. `node scripts/check-transformers-js.mjs [MODEL_DIR]`
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Tokenizer } from '@huggingface/tokenizers';

const CURRENT = '@huggingface/transformers@4.3.1';
const OLD = '@xenova/transformers@2.17.2';

const source = resolve(process.argv[2] ?? fileURLToPath(new URL('../models/lure-detector', import.meta.url)));
const texts = [
  'Typist wanted in an office. Ticket and visa paid, 3,000 USD a month.',
  '高薪招聘打字员，包机票包住宿',
  'รับสมัครพนักงาน รายได้ดี ไม่ต้องมีประสบการณ์',
  'စာရိုက်သူ အလိုရှိသည်။ လစာကောင်း',
  'Tuyển nhân viên đánh máy, lương cao, bao vé máy bay',
  'टाइपिस्ट चाहिए, वीज़ा और टिकट मुफ़्त',
  'Требуется наборщик текста, билеты оплачены',
  'مطلوب كاتب، التأشيرة والتذكرة مدفوعة',
  '타이피스트 모집, 항공권 제공 😀',
  'Anatafutwa mpiga chapa, viza na tiketi zimelipwa 🌏👩‍💻',
];

const temporary = mkdtempSync(join(tmpdir(), 'joblantern-transformers-'));
let failed = false;
try {
  // Transformers.js finds a model by its name below a folder.
  const models = join(temporary, 'models');
  mkdirSync(models);
  cpSync(source, join(models, 'lure-detector'), { recursive: true });
  const own = ownTokenizer();

  await check(`${CURRENT} tokenizer`, async () => {
    const { AutoTokenizer } = await load(CURRENT, models);
    return sameIds(own, await AutoTokenizer.from_pretrained('lure-detector'));
  });
  await check(`${CURRENT} model file`, async () => {
    const { AutoModel, AutoTokenizer } = await load(CURRENT, models);
    const tokenizer = await AutoTokenizer.from_pretrained('lure-detector');
    const model = await AutoModel.from_pretrained('lure-detector', { dtype: 'q8' });
    return sameScores(tokenizer, model);
  });
  await check(`${OLD} (sharp replaced) tokenizer`, async () => {
    const { AutoTokenizer } = await load(OLD, models);
    const others = otherIds(own, await AutoTokenizer.from_pretrained('lure-detector')).length;
    return `loads; other ids than @huggingface/tokenizers for ${others} of ${texts.length} texts`;
  });
  await check(`${OLD} (sharp replaced) model file`, async () => {
    const { AutoModel } = await load(OLD, models);
    const refusal = await AutoModel.from_pretrained('lure-detector').then(
      () => null,
      (/** @type {Error} */ error) => error.message.split('\n')[0],
    );
    if (refusal === null) throw new Error('loads now: docs/decisions/0004-tokenizer-package.md says that it does not');
    return `refused, as expected: its runtime is too old for the file (${refusal})`;
  });
} finally {
  rmSync(temporary, { recursive: true });
}
process.exitCode = failed ? 1 : 0;

/** @param {string} name @param {() => Promise<string>} work */
async function check(name, work) {
  try {
    console.log(`ok      ${name}: ${await work()}`);
  } catch (error) {
    failed = true;
    console.log(`failed  ${name}: ${error instanceof Error ? error.message.trim().split('\n')[0] : error}`);
  }
}

function ownTokenizer() {
  const read = (/** @type {string} */ name) => JSON.parse(readFileSync(join(source, name), 'utf8'));
  return new Tokenizer(read('tokenizer.json'), read('tokenizer_config.json'));
}

/**
 * The package, installed without scripts in its own folder, told to stay offline.
 * @param {string} spec @param {string} models
 */
async function load(spec, models) {
  const name = spec.slice(0, spec.lastIndexOf('@'));
  const folder = join(temporary, name.replace(/\W/g, '-'));
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) install(spec, folder, manifest);
  const library = await import(pathToFileURL(createRequire(manifest).resolve(name)).href);
  library.env.allowRemoteModels = false;
  library.env.localModelPath = models;
  return library;
}

/** @param {string} spec @param {string} folder @param {string} manifest */
function install(spec, folder, manifest) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(manifest, '{"private":true,"type":"module"}');
  const npm = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', spec], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (npm.status !== 0) throw new Error(`npm install: ${npm.stderr.trim().split('\n').at(-1)}`);
  if (spec === OLD) replaceSharp(folder);
}

/**
 * The old package does not start without `sharp`, whose install script downloads a binary. It is for pictures alone.
 * @param {string} folder
 */
function replaceSharp(folder) {
  const sharp = join(folder, 'node_modules/sharp');
  rmSync(sharp, { recursive: true });
  mkdirSync(sharp);
  writeFileSync(join(sharp, 'package.json'), '{"name":"sharp","main":"index.js"}');
  writeFileSync(join(sharp, 'index.js'), 'module.exports = {};');
}

/**
 * @typedef {(text: string) => { input_ids: { tolist(): (number | bigint)[][] } }} OtherTokenizer
 */

/**
 * The texts that the other tokenizer reads differently.
 * @param {Tokenizer} own @param {OtherTokenizer} other
 */
function otherIds(own, other) {
  const found = (/** @type {string} */ text) => (other(text).input_ids.tolist()[0] ?? []).map(Number).join();
  return texts.filter((text) => found(text) !== own.encode(text).ids.map(Number).join());
}

/** @param {Tokenizer} own @param {OtherTokenizer} other */
function sameIds(own, other) {
  const [first] = otherIds(own, other);
  if (first !== undefined) throw new Error(`other ids for "${first}"`);
  return `the same ids as @huggingface/tokenizers for ${texts.length} texts of as many languages`;
}

/** @param {any} tokenizer @param {any} model */
async function sameScores(tokenizer, model) {
  const ort = await import('onnxruntime-web/wasm');
  ort.env.wasm.numThreads = 1;
  const session = await ort.InferenceSession.create(readFileSync(join(source, 'onnx/model_quantized.onnx')));
  let most = 0;
  for (const text of texts) {
    const inputs = tokenizer(text);
    const found = await model(inputs);
    const feed = (/** @type {any} */ tensor) => new ort.Tensor('int64', tensor.data, tensor.dims);
    const own = await session.run({
      input_ids: feed(inputs.input_ids),
      attention_mask: feed(inputs.attention_mask),
    });
    const sigmoid = (/** @type {number} */ logit) => 1 / (1 + Math.exp(-logit));
    const difference = Math.abs(sigmoid(Number(found.lure_logit.data[0])) - sigmoid(Number(own.lure_logit?.data[0])));
    if (!(difference <= 0.02)) throw new Error(`probability differs by ${difference} for "${text}"`);
    most = Math.max(most, difference);
  }
  return `probabilities within ${most.toFixed(4)} of onnxruntime-web for ${texts.length} texts`;
}
