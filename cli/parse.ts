import { isAscii, isUtf8 } from 'node:buffer';
import sniffEncoding from 'html-encoding-sniffer';
import { JSDOM, VirtualConsole } from 'jsdom';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, serialize } from 'parse5';
import type { Page } from '../src/adverts/types.ts';
import { unusable } from './errors.ts';
import { isKnownBinary, notText } from './inputs/bytes.ts';

/**
 * Deepest nesting that is kept: jsdom takes a walk to the root for every node. Browsers stop nesting at a depth, too
 * (Chromium at 512); of 48 saved pages of job boards the deepest nests 37 elements.
 */
const MAX_DEPTH = 128;

const TAG = /<(?:!doctype|html|head|body|div|p|a|span|article|section|main|li|ul|ol|table|h[1-6]|script|meta)\b/i;

/**
 * A saved page as a document. No script of it runs, nothing is loaded, and what it would log is dropped.
 * @throws CliError where the bytes are no HTML.
 */
export function parsePage(name: string, bytes: Buffer, url: URL): Page {
  if (isKnownBinary(bytes)) throw notText(name, bytes);
  const html = new TextDecoder(encodingOf(bytes)).decode(bytes);
  if (!TAG.test(html)) {
    throw html.includes('\0') || html.includes('\ufffd')
      ? notText(name, bytes)
      : unusable(`${name} is not an HTML page`);
  }
  const dom = new JSDOM(shallow(html), { url: url.href, virtualConsole: new VirtualConsole() });
  return { document: dom.window.document, url };
}

/**
 * Programs that save pages often rewrite them to UTF-8 and leave the old `<meta charset>`; bytes beyond ASCII that are
 * valid UTF-8 are UTF-8 whatever the page says. Otherwise as a browser reads it.
 */
function encodingOf(bytes: Buffer): string {
  if (isUtf8(bytes) && !isAscii(bytes)) return 'utf-8';
  return sniffEncoding(bytes, { defaultEncoding: 'windows-1252' });
}

/** The same page with no element nested deeper than that: what is deeper becomes a sibling. */
function shallow(html: string): string {
  const depths = new WeakMap<DefaultTreeAdapterTypes.Node, number>();
  let cut = false;
  const tree = parse(html, {
    treeAdapter: {
      ...defaultTreeAdapter,
      appendChild(parent, child) {
        const depth = depths.get(parent) ?? 0;
        const tooDeep = depth >= MAX_DEPTH && 'tagName' in child && 'tagName' in parent && parent.parentNode !== null;
        cut ||= tooDeep;
        depths.set(child, tooDeep ? depth : depth + 1);
        defaultTreeAdapter.appendChild(tooDeep ? (parent.parentNode ?? parent) : parent, child);
      },
    },
  });
  return cut ? serialize(tree) : html;
}
