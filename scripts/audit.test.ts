import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audit, codeFaults } from './audit.ts';

// SHA-256 of "model".
const SUM = '9372c470eeadd5ecd9c3c74c2b3cb633f8e2f2fad799250a0f70d652b6b825e4';
const CLEAN: Record<string, string> = {
  'manifest.json': '{"background":{"service_worker":"background.js"},"icons":{"16":"icons/16.png"}}',
  'background.js': 'console.log("on");',
  'content.js': '(function(){})();',
  'icons/16.png': 'picture',
  'assets/runtime.wasm': 'code',
  'models/lure-detector/onnx/model_quantized.onnx': 'model',
  'models/lure-detector/SHA256SUMS': `${SUM}  onnx/model_quantized.onnx\n`,
};
let folder: string;

async function write(files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'audit-'));
  await write(CLEAN);
});
afterEach(() => rm(folder, { recursive: true }));

describe('audit', () => {
  it('finds nothing in a clean package', async () => {
    expect(await audit(folder)).toEqual([]);
  });

  it.each([
    ['a second runtime', { 'assets/second.wasm': '' }, 'one .wasm file'],
    ['a source map', { 'background.js.map': '{}' }, 'a source map'],
    ['a file that a store cannot read', { 'assets/big.js': ' '.repeat(5_000_001) }, 'over 5 MB'],
    ['a changed model', { 'models/lure-detector/onnx/model_quantized.onnx': 'other' }, 'is not the file of SHA256SUMS'],
    ['a manifest that names a missing file', { 'manifest.json': '{"js":["lost.js"]}' }, 'lost.js, which is missing'],
  ])('finds %s', async (_, files, fault) => {
    await write(files);
    expect(await audit(folder)).toEqual([expect.stringContaining(fault)]);
  });

  it.each(['SHA256SUMS', 'onnx/model_quantized.onnx'])('finds that the model lacks %s', async (name) => {
    await rm(join(folder, 'models/lure-detector', name));
    expect(await audit(folder)).toEqual([expect.stringContaining('is missing')]);
  });
});

describe('codeFaults', () => {
  it.each([
    'fetch("https://cdn.example/model.onnx")',
    'new WebSocket("wss://example.com")',
    'eval("1")',
    'new Function("return 1")',
    'importScripts("x.js")',
    '//# sourceMappingURL=x.js.map',
  ])('finds %s', (code) => {
    expect(codeFaults('popup.js', code)).toHaveLength(1);
  });

  it.each(['createElementNS("http://www.w3.org/2000/svg")', 'medieval(1)', 'isFunction(x)'])('lets %s pass', (code) => {
    expect(codeFaults('popup.js', code)).toEqual([]);
  });

  it('wants a content script that is no module and writes no markup', () => {
    expect(codeFaults('content.js', 'import "./a.js"')).toHaveLength(1);
    expect(codeFaults('content.js', 'a.innerHTML = b')).toHaveLength(1);
    expect(codeFaults('content.js', '(function(){})()')).toEqual([]);
  });
});
