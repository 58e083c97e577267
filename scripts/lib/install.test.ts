import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBrowser } from './find-browser.mjs';
import { isFresh } from './fresh.mjs';
import { pinnedCore } from './python.mjs';
import { aptPlan } from './system-packages.mjs';

describe('findBrowser', () => {
  const env = { PATH: ['/opt/one', '/opt/two'].join(path.delimiter) };

  it('takes the one named by the environment before any other', () => {
    expect(findBrowser('firefox', { ...env, FIREFOX: '/my/firefox' }, () => true)).toBe('/my/firefox');
  });

  it('does not fall back where the named one does not exist', () => {
    expect(findBrowser('chromium', { ...env, CHROMIUM: '/gone' }, (file) => file !== '/gone')).toBeNull();
  });

  it('looks along PATH, in the order of commands', () => {
    const there = ['/opt/two/chromium', '/opt/one/google-chrome'].map((file) => path.normalize(file));
    expect(findBrowser('chromium', env, (file) => there.includes(file))).toBe(there[0]);
  });

  it('is null where there is none', () => {
    expect(findBrowser('firefox', {}, () => false)).toBeNull();
  });
});

describe('isFresh', () => {
  const wanted = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/preact': { version: '11.2.0', integrity: 'sha512-a' },
      'node_modules/@biomejs/cli-darwin-arm64': { version: '2.6.8', integrity: 'sha512-b', optional: true },
    },
  };

  it('is true where every package is there, whatever belongs to other systems', () => {
    expect(isFresh(wanted, { packages: { 'node_modules/preact': { version: '11.2.0', integrity: 'sha512-a' } } })).toBe(
      true,
    );
  });

  it.each([
    ['nothing is installed', null],
    ['a package is missing', { packages: {} }],
    ['a version differs', { packages: { 'node_modules/preact': { version: '11.1.0', integrity: 'sha512-a' } } }],
    ['the content differs', { packages: { 'node_modules/preact': { version: '11.2.0', integrity: 'sha512-x' } } }],
  ])('is false where %s', (_, installed) => {
    expect(isFresh(wanted, installed)).toBe(false);
  });
});

describe('aptPlan', () => {
  const bare = { chromium: false, firefox: false, venv: false, installed: new Set<string>() };

  it('names all that the tests need on a bare machine', () => {
    expect(aptPlan(bare, { tests: true })).toEqual([
      'chromium',
      'firefox-esr',
      'python3-venv',
      'fonts-noto-core',
      'fonts-noto-cjk',
      'fonts-noto-color-emoji',
    ]);
  });

  it('wants one browser for the demo, and none where one is there', () => {
    expect(aptPlan(bare, { tests: false })).toContain('chromium');
    expect(aptPlan({ ...bare, firefox: true }, { tests: false })).toEqual([]);
  });

  it('leaves fonts alone where the machine is no Debian', () => {
    expect(aptPlan({ chromium: true, firefox: true, venv: true, installed: null }, { tests: true })).toEqual([]);
  });
});

describe('pinnedCore', () => {
  it('reads dependencies and the test extra, and nothing else', () => {
    const toml = [
      '[project]',
      'dependencies = [',
      '  "numpy==2.4.6", # kept with onnxruntime',
      '  "tokenizers[extra]==0.22.1",',
      ']',
      '[project.optional-dependencies]',
      'train = ["torch==2.12.1"]',
      'test = ["pytest==9.0.1"]',
    ].join('\n');
    expect(pinnedCore(toml)).toEqual(['numpy==2.4.6', 'tokenizers[extra]==0.22.1', 'pytest==9.0.1']);
  });
});
