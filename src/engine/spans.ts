import type { Normalised } from './normalise/index.ts';
import type { TextRange } from './tokenizer.ts';
import type { Span } from './types.ts';

const UNSPACED = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((s) => `\\p{Script=${s}}`)
  .join('');
const LETTER = `(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}]`;
/** A word of a script that puts spaces between words; an apostrophe or a digit separator stays inside. */
const WORD = new RegExp(`(?:${LETTER})(?:(?:${LETTER})|['’](?=\\p{L})|(?<=\\p{N})[.,](?=\\p{N}))*`, 'gu');
/** A longer run of letters is no word; it is not quoted whole. UTF-16 units. */
const LONGEST_WORD = 60;
/** White space, invisible characters and separators say nothing at either end of a quote. */
const EDGE = '[\\s\\p{Cf}\\p{Cc},;:、，；：。|·•*–—-]+';
const LEADING = new RegExp(`^${EDGE}`, 'u');
const TRAILING = new RegExp(`${EDGE}$`, 'u');

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Turns ranges of the normalised text into quotes of the source. */
export type SpanWriter = (ranges: readonly TextRange[]) => Span[];

function merged(ranges: readonly TextRange[]): TextRange[] {
  const out: { start: number; end: number }[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else out.push({ start, end });
  }
  return out;
}

function trimmed(source: string, { start, end }: TextRange): TextRange {
  const words = source.slice(start, end);
  const lead = words.match(LEADING)?.[0].length ?? 0;
  if (lead === words.length) return { start, end };
  // Only the last units can be the trailing edge: the pattern would otherwise be tried at every run inside the quote.
  const tail = words.slice(Math.max(lead, words.length - LONGEST_WORD)).match(TRAILING)?.[0].length ?? 0;
  return { start: start + lead, end: end - tail };
}

/**
 * Quotes of `source`: whole words where the script has words, never half a grapheme, without white space at the ends, in the
 * order of the text, none overlapping another.
 */
export function createSpanWriter(source: string, normalised: Normalised): SpanWriter {
  let words: TextRange[] | null = null;
  const segments = graphemes.segment(source);
  const wholeWords = (range: TextRange): TextRange => {
    words ??= [...normalised.text.matchAll(WORD)]
      .filter((match) => match[0].length <= LONGEST_WORD)
      .map((match) => ({ start: match.index, end: match.index + match[0].length }));
    const touched = words.filter((word) => word.start < range.end && word.end > range.start);
    return {
      start: Math.min(range.start, ...touched.map((word) => word.start)),
      end: Math.max(range.end, ...touched.map((word) => word.end)),
    };
  };
  const wholeGraphemes = ({ start, end }: TextRange): TextRange => {
    const last = segments.containing(end - 1);
    return {
      start: segments.containing(start)?.index ?? start,
      end: last ? last.index + last.segment.length : end,
    };
  };
  return (ranges) => {
    const inSource = ranges
      .filter((range) => range.end > range.start)
      .map((range) => {
        const whole = wholeWords(range);
        return wholeGraphemes(trimmed(source, normalised.toSource(whole.start, whole.end)));
      });
    return merged(inSource).map(({ start, end }) => ({ start, end, text: source.slice(start, end) }));
  };
}
