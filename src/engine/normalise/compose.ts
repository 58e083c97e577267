import { type Mapped, MapWriter } from './mapped.ts';

const WORDS = /\S+|\s/gu;
/** A code point with what belongs to it: marks, Hangul jamo vowels and trailing consonants, half-width voicing marks. */
const CLUSTERS = /.[\p{M}\u1160-\u11ff\uff9e\uff9f]*/gsu;

/** Sorting a run of marks takes the square of its length, and no language writes as many on one letter: a longer run is cut. */
const MARKS_CUT = /(?<=\p{M}{32})(?=\p{M})/u;
const MANY_MARKS = /\p{M}{33}/u;

function nfkc(text: string): string {
  if (!MANY_MARKS.test(text)) return text.normalize('NFKC');
  return text
    .split(MARKS_CUT)
    .map((part) => part.normalize('NFKC'))
    .join('');
}

/** Step 4: NFKC. The map is per cluster, or per word where the clusters alone do not add up to NFKC of the word. */
export function compose(input: Mapped): Mapped {
  if (nfkc(input.text) === input.text) return input;
  const out = new MapWriter(input);
  for (const { 0: word, index } of input.text.matchAll(WORDS)) {
    const whole = nfkc(word);
    if (whole === word) {
      out.copy(index, index + word.length);
      continue;
    }
    const clusters = [...word.matchAll(CLUSTERS)].map((match) => ({
      start: index + match.index,
      end: index + match.index + match[0].length,
      composed: nfkc(match[0]),
    }));
    if (clusters.map((cluster) => cluster.composed).join('') !== whole) {
      out.replace(whole, index, index + word.length);
      continue;
    }
    for (const { composed, start, end } of clusters) out.replace(composed, start, end);
  }
  return out.done();
}
