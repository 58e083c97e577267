import type { NamedPlace } from './gazetteer.ts';
import { TAGS, type Tag, type Thresholds } from './schema.ts';
import type { TextRange } from './tokenizer.ts';

/** A tag's words in the normalised text, and the probability of their strongest token. */
export interface Run extends TextRange {
  readonly peak: number;
}

export interface FoundTag {
  readonly tag: Tag;
  readonly strength: number;
  readonly runs: readonly Run[];
}

/** Probability of each tag at each body token: `values[token * tags.length + tag]`. */
export interface TokenProbabilities {
  readonly tags: readonly Tag[];
  readonly values: Float32Array;
}

/** A place of tier A is a hotspot whatever the model says of it. */
const TIER_A_STRENGTH = 0.9;
const HOTSPOT: Tag = 'hotspot_location';

function column({ tags, values }: TokenProbabilities, tag: Tag): Float32Array {
  const at = tags.indexOf(tag);
  return Float32Array.from({ length: values.length / tags.length }, (_, i) => values[i * tags.length + at] ?? 0);
}

/** Runs of tokens at or above `token`, a gap of one closed, whose peak reaches `advert`. Indexes of tokens. */
export function runsOf(
  probabilities: Float32Array,
  limits: { readonly token: number; readonly advert: number },
): Run[] {
  const runs: { start: number; end: number; peak: number }[] = [];
  for (const [i, p] of probabilities.entries()) {
    if (p < limits.token) continue;
    const last = runs.at(-1);
    if (last && i - last.end <= 1) {
      last.end = i + 1;
      last.peak = Math.max(last.peak, p);
    } else {
      runs.push({ start: i, end: i + 1, peak: p });
    }
  }
  return runs.filter((run) => run.peak >= limits.advert);
}

/** The strength of every tag: its strongest token, 0 where the text has none. */
export function strengthsOf(probabilities: TokenProbabilities): Record<Tag, number> {
  const entries = TAGS.map((tag) => [tag, column(probabilities, tag).reduce((max, p) => Math.max(max, p), 0)]);
  return Object.fromEntries(entries);
}

/**
 * The tags that are found, with their words: docs/model-folder.md, step 4.
 * @param probability the calibrated probability, which decides between a tag's own limits and its `over` limits
 */
export function findTags(
  probabilities: TokenProbabilities,
  ranges: readonly TextRange[],
  places: readonly NamedPlace[],
  thresholds: Pick<Thresholds, 'traits' | 'levels'>,
  probability: number,
): FoundTag[] {
  const over = probability >= thresholds.levels['look-closer'];
  const strengths = strengthsOf(probabilities);
  const hotspots = places.filter((place) => place.tier === 'A');
  return probabilities.tags.flatMap((tag) => {
    const named = tag === HOTSPOT ? hotspots.map(({ start, end }) => ({ start, end, peak: TIER_A_STRENGTH })) : [];
    const limits = over ? thresholds.traits[tag].over : thresholds.traits[tag];
    const read = strengths[tag] >= limits.advert;
    if (!read && named.length === 0) return [];
    const runs = read ? runsOf(column(probabilities, tag), limits) : [];
    const inText = runs.map((run) => ({
      start: ranges[run.start]?.start ?? 0,
      end: ranges[run.end - 1]?.end ?? 0,
      peak: run.peak,
    }));
    const strength = Math.max(strengths[tag], named.length > 0 ? TIER_A_STRENGTH : 0);
    return [{ tag, strength, runs: [...inText, ...named] }];
  });
}
