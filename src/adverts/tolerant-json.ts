const WRAPPING_START = /^(?:\s|\uFEFF|<!--|(?:\/\/|\/\*)?\s*<!\[CDATA\[(?:\s*\*\/)?)+/;
const WRAPPING_END = /(?:\s|;|(?:\/\/)?\s*-->|(?:\/\/|\/\*)?\s*\]\]>(?:\s*\*\/)?)+$/;

/**
 * JSON as pages write it: inside an HTML comment or CDATA, with raw line ends and control characters in strings, with
 * trailing commas, comments and needless escapes.
 * @throws SyntaxError where it is broken beyond that.
 */
export function parseTolerant(text: string): unknown {
  const body = unwrap(text);
  try {
    return JSON.parse(body);
  } catch {
    return JSON.parse(repair(body));
  }
}

function unwrap(text: string): string {
  const start = WRAPPING_START.exec(text)?.[0].length ?? 0;
  // The end is short, and a search over the whole text for a trailing run is quadratic in its spaces.
  const tail = text.slice(-200);
  const end = WRAPPING_END.exec(tail)?.[0].length ?? 0;
  return text.slice(start, Math.max(start, text.length - end));
}

function repair(text: string): string {
  const out: string[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '"') {
      const [string, next] = readString(text, at);
      out.push(string);
      at = next;
    } else if (text.startsWith('/*', at) || text.startsWith('//', at)) {
      const end = text.startsWith('/*', at) ? text.indexOf('*/', at + 2) + 2 : text.indexOf('\n', at) + 1;
      at = end > at ? end : text.length;
    } else if (char === ',' && /^\s*[}\]]/.test(text.slice(at + 1, at + 1000))) {
      at += 1;
    } else {
      out.push(char);
      at += 1;
    }
  }
  return out.join('');
}

/** The string that opens at `start` as valid JSON, and the place after it. */
function readString(text: string, start: number): [string, number] {
  let out = '"';
  let at = start + 1;
  for (; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '"') return [`${out}"`, at + 1];
    if (char === '\\') {
      const escaped = text.slice(at, at + 2);
      out += /^\\["\\/bfnrtu]$/.test(escaped) ? escaped : text.charAt(at + 1);
      at += 1;
    } else if (char < ' ') {
      out += JSON.stringify(char).slice(1, -1);
    } else {
      out += char;
    }
  }
  return [out, at];
}
