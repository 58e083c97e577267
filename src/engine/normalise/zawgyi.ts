import tools from 'myanmar-tools';
import { type Mapped, MapWriter } from './mapped.ts';

/** Share of Zawgyi above which a line is converted. */
const THRESHOLD = 0.95;
/** Longest piece converted at once, in UTF-16 units: the converter copies what is left of its input at every rule. */
const MAX_WORD = 200;
const MAX_REMEMBERED = 20_000;
const LINE = /[^\r\n]+/g;
/** A word takes the white space before it along, since the converter drops a space before a stray mark. */
const WORD = /[\s\u200b]*[^\s\u200b]+|[\s\u200b]+/gu;
/** In Zawgyi the vowel E and the medial RA are written before their letter, all else after it. */
const SYLLABLE =
  /[\u1031\u103b\u107e-\u1084]{0,20}[\u1000-\u102a\u103f-\u1049\u104c-\u104f]?[^\u1000-\u102a\u1031\u103b\u103f-\u1049\u104c-\u104f\u107e-\u1084]{0,60}/gu;

/** The package decodes its data by Node's `Buffer`, which a browser lacks and Node warns about. */
class Base64Buffer extends Uint8Array {
  constructor(base64: string) {
    super(Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)));
  }
}

function createDetector(): { getZawgyiProbability(text: string): number } {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'Buffer');
  Object.defineProperty(globalThis, 'Buffer', { value: Base64Buffer, configurable: true, writable: true });
  try {
    return new tools.ZawgyiDetector();
  } finally {
    if (before) Object.defineProperty(globalThis, 'Buffer', before);
    else Reflect.deleteProperty(globalThis, 'Buffer');
  }
}

let detector: ReturnType<typeof createDetector> | null = null;
const converter = new tools.ZawgyiConverter();
const remembered = new Map<string, string>();

/** The converter builds its rules anew on every call, and texts repeat their syllables. */
function toUnicode(zawgyi: string): string {
  const known = remembered.get(zawgyi);
  if (known !== undefined) return known;
  const converted = converter.zawgyiToUnicode(zawgyi);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(zawgyi, converted);
  return converted;
}

function isZawgyi(line: string): boolean {
  if (!/[\u1000-\u109f]/.test(line)) return false;
  detector ??= createDetector();
  return detector.getZawgyiProbability(line) > THRESHOLD;
}

function syllablesOf(word: string): string[] {
  return (word.match(SYLLABLE) ?? []).filter((syllable) => syllable !== '');
}

/** Words as they are, longer ones in groups of whole syllables. */
function piecesOf(line: string): string[] {
  return (line.match(WORD) ?? []).flatMap((word) => {
    if (word.length <= MAX_WORD) return [word];
    const groups: string[] = [''];
    for (const syllable of syllablesOf(word)) {
      const last = groups.length - 1;
      if ((groups[last] ?? '').length + syllable.length > MAX_WORD) groups.push(syllable);
      else groups[last] += syllable;
    }
    return groups.filter((group) => group !== '');
  });
}

function convertPiece(piece: string, at: number, out: MapWriter): void {
  const whole = toUnicode(piece);
  if (whole === piece) {
    out.copy(at, at + piece.length);
    return;
  }
  const syllables = syllablesOf(piece);
  const converted = syllables.map(toUnicode);
  if (converted.join('') !== whole) {
    if (whole !== '') out.replace(whole, at, at + piece.length);
    return;
  }
  let start = at;
  for (const [i, syllable] of syllables.entries()) {
    out.replace(converted[i] ?? '', start, start + syllable.length);
    start += syllable.length;
  }
}

/** Step 2: lines in Zawgyi encoding become Unicode. The map is per syllable, or per word where the converter reaches across syllables. */
export function convertZawgyi(input: Mapped): Mapped {
  if (!/[\u1000-\u109f]/.test(input.text)) return input;
  const out = new MapWriter(input);
  let done = 0;
  for (const { 0: line, index } of input.text.matchAll(LINE)) {
    if (!isZawgyi(line)) continue;
    out.copy(done, index);
    let at = index;
    for (const piece of piecesOf(line)) {
      convertPiece(piece, at, out);
      at += piece.length;
    }
    done = index + line.length;
  }
  if (done === 0) return input;
  out.copy(done, input.text.length);
  return out.done();
}
