const PATTERN = /^(\*|https?):\/\/(\*|(?:\*\.)?[^*/:]+)(\/.*)$/;

/** Whether this is a match pattern of a manifest that names http or https pages. */
export function isMatchPattern(pattern: string): boolean {
  return pattern === '<all_urls>' || PATTERN.test(pattern);
}

/**
 * Whether a match pattern, as in a manifest's `content_scripts.matches`, covers an address. The path is compared with
 * path and query, the fragment is left out, ports are not looked at. A malformed pattern covers nothing.
 */
export function matchesPattern(pattern: string, url: URL): boolean {
  const scheme = url.protocol.slice(0, -1);
  if (scheme !== 'http' && scheme !== 'https') return false;
  if (pattern === '<all_urls>') return true;
  const [, wantedScheme, host, path] = PATTERN.exec(pattern) ?? [];
  if (wantedScheme === undefined || host === undefined || path === undefined) return false;
  if (wantedScheme !== '*' && wantedScheme !== scheme) return false;
  return hostMatches(host.toLowerCase(), url.hostname) && globMatches(path, url.pathname + url.search);
}

function hostMatches(pattern: string, host: string): boolean {
  if (pattern === '*' || pattern === host) return true;
  if (!pattern.startsWith('*.')) return false;
  return host === pattern.slice(2) || host.endsWith(pattern.slice(1));
}

// By parts rather than by a regular expression: an address is as long as its author likes.
function globMatches(glob: string, text: string): boolean {
  const parts = glob.split('*');
  const first = parts.shift() ?? '';
  const last = parts.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
