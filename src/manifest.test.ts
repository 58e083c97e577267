import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import source from '../manifest.json' with { type: 'json' };
import { BOARDS } from './adverts/boards/index.ts';
import { manifestFor, STATIC_BOARDS, TEST_CHROME_ID, TEST_KEY } from './manifest.ts';

const chrome = manifestFor('chrome', source, BOARDS);
const firefox = manifestFor('firefox', source, BOARDS);

/**
 * Frozen. A host added here switches the extension off in Chrome for everybody until they agree again:
 * a new board goes into the optional hosts instead.
 */
const REQUIRED_HOSTS = [
  '*://*.indeed.com/*',
  '*://*.linkedin.com/jobs*',
  '*://*.seek.com.au/*',
  '*://*.seek.co.nz/*',
  '*://*.seek.com/*',
  '*://*.jobstreet.com/*',
  '*://*.jobstreet.com.my/*',
  '*://*.jobstreet.com.sg/*',
  '*://*.jobstreet.com.ph/*',
  '*://*.jobstreet.co.id/*',
  '*://*.jobsdb.com/*',
  '*://*.computrabajo.com/*',
  '*://*.computrabajo.com.ar/*',
  '*://*.computrabajo.com.co/*',
  '*://*.computrabajo.com.mx/*',
  '*://*.computrabajo.com.pe/*',
  '*://*.computrabajo.com.ve/*',
  '*://*.computrabajo.cl/*',
  '*://*.computrabajo.es/*',
  '*://www.104.com.tw/*',
  '*://*.camhr.com/*',
];

describe('manifestFor', () => {
  it('gives Chrome a service worker and the offscreen permission', () => {
    expect(chrome).toMatchObject({
      minimum_chrome_version: expect.stringMatching(/^\d+$/),
      background: { service_worker: 'background.js', type: 'module' },
      permissions: ['activeTab', 'scripting', 'storage', 'offscreen'],
    });
    expect(chrome).not.toHaveProperty('browser_specific_settings');
    expect(chrome.background).not.toHaveProperty('scripts');
  });

  it('gives Firefox an event page, an id and the statement that no data is collected', () => {
    expect(firefox).toMatchObject({
      background: { scripts: ['background.js'], type: 'module' },
      permissions: ['activeTab', 'scripting', 'storage'],
      browser_specific_settings: {
        gecko: {
          id: expect.stringContaining('@'),
          strict_min_version: expect.stringMatching(/^\d+\.\d+$/),
          data_collection_permissions: { required: ['none'] },
        },
      },
    });
    expect(firefox).not.toHaveProperty('minimum_chrome_version');
    expect(firefox.background).not.toHaveProperty('service_worker');
  });

  it.each([
    ['chrome', chrome],
    ['firefox', firefox],
  ])('asks %s for the hosts of the first boards and no others', (_, manifest) => {
    expect(manifest.content_scripts).toEqual([
      { matches: REQUIRED_HOSTS, js: ['content.js'], run_at: 'document_idle' },
    ]);
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
    expect(manifest).not.toHaveProperty('host_permissions');
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  it('lets extension pages load and reach nothing but the package', () => {
    const policy = (chrome.content_security_policy as { extension_pages: string }).extension_pages.split('; ');
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(policy.join(' ')).not.toMatch(/https?:|\*|'unsafe-(?:inline|eval)'/);
  });

  it('leaves boards outside the first ones alone', () => {
    const later = { id: 'later', name: 'Later', matches: ['*://later.example/*'], extract: () => [] };
    expect(manifestFor('chrome', source, [...BOARDS, later])).toEqual(chrome);
  });

  it('fails where a board that is already installed with everybody is gone', () => {
    const fewer = BOARDS.filter(({ id }) => id !== STATIC_BOARDS[0]);
    expect(() => manifestFor('chrome', source, fewer)).toThrow(STATIC_BOARDS[0]);
  });

  it('fixes the id of Chrome test builds and of no other', () => {
    expect(manifestFor('chrome', source, BOARDS, { test: true }).key).toBe(TEST_KEY);
    expect(manifestFor('firefox', source, BOARDS, { test: true })).toEqual(firefox);
    expect(chrome).not.toHaveProperty('key');
    const digest = createHash('sha256').update(Buffer.from(TEST_KEY, 'base64')).digest('hex').slice(0, 32);
    const id = [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
    expect(TEST_CHROME_ID).toBe(id);
  });
});
