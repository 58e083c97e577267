import { readFile } from 'node:fs/promises';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../../scripts/lib/find-browser.mjs';
import { BrowserWindow } from './firefox-window.ts';
import type { Driver, LaunchOptions } from './session.ts';

/** Firefox gives each installation a random id; the tests must know it to open the extension's pages. */
const UUID = '0b1a2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';

/** Preferences that silence the browser itself, and send every byte of the session through the proxy. */
const preferences = (port: number): Record<string, unknown> => ({
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': port,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': port,
  'network.proxy.no_proxies_on': '',
  'network.proxy.allow_hijacking_localhost': true,
  'network.proxy.failover_direct': false,
  'network.proxy.allow_bypass': false,
  'network.dns.disabled': true,
  'network.trr.mode': 5,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.http.http3.enable': false,
  'media.peerconnection.enabled': false,
  'app.normandy.enabled': false,
  'app.update.auto': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.newtabpage.activity-stream.feeds.system.topstories': false,
  'browser.region.network.url': '',
  'browser.search.update': false,
  'dom.push.connection.enabled': false,
  'dom.security.https_first': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.webextOptionalPermissionPrompts': false,
  // With the variable MOZ_REMOTE_SETTINGS_DEVTOOLS below: Firefox's own way to have no settings server.
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.enabled': false,
  // A scroll bar beside the content would narrow the pictures of the popup.
  'ui.useOverlayScrollbars': 1,
});

export async function launchFirefox(port: number, options: LaunchOptions): Promise<Driver> {
  const executablePath = findBrowser('firefox');
  if (!executablePath) throw new Error('No Firefox found: install it, or name it in the environment variable FIREFOX.');
  const manifest = JSON.parse(await readFile(path.join(options.extension, 'manifest.json'), 'utf8'));
  const addonId: string = manifest.browser_specific_settings.gecko.id;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: options.headless ?? true,
    ...(options.headless === false ? { defaultViewport: null } : {}),
    acceptInsecureCerts: true,
    args: ['--remote-allow-system-access'],
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    extraPrefsFirefox: {
      ...preferences(port),
      'extensions.webextensions.uuids': JSON.stringify({ [addonId]: UUID }),
    },
  });
  await browser.installExtension(options.extension);
  const window = await BrowserWindow.of(browser);
  return {
    browser,
    base: `moz-extension://${UUID}/`,
    background: [],
    clickToolbarButton: async () => {
      await window.clickExtensionButton(addonId);
      return {
        text: () => window.popupText(),
        press: (button) => window.pressInPopup(button),
        close: () => window.closePopup(),
      };
    },
  };
}
