import { lowerCase, type NamedPlace } from './gazetteer.ts';
import type { Normaliser } from './normalise/index.ts';
import { type Labels, type Tag, type Tier, VERIFIABLE } from './schema.ts';
import type { TextRange } from './tokenizer.ts';
import type { TraitId } from './types.ts';

export type Severity = 1 | 2 | 3 | 4;
/** Words of the found tags, as ranges of the normalised text. */
export type FoundRanges = ReadonlyMap<Tag, readonly TextRange[]>;
export type SeverityOf = (text: string, found: FoundRanges, places: readonly NamedPlace[]) => Map<TraitId, Severity>;

function gravest(severities: readonly Severity[]): Severity | undefined {
  return severities.reduce<Severity | undefined>((max, s) => (max === undefined || s > max ? s : max), undefined);
}

function tiersNamed(ranges: readonly TextRange[], places: readonly NamedPlace[]): Set<Tier> {
  const touched = places.filter((place) => ranges.some(({ start, end }) => place.start < end && place.end > start));
  return new Set(touched.map((place) => place.tier));
}

/** Severities by the rules of `labels.json`: docs/model-folder.md, step 5. A rule raises, never lowers. */
export function createSeverity(labels: Labels, normalise: Normaliser): SeverityOf {
  const rules = labels.severityRules.map((rule) => ({
    ...rule,
    words: rule.when.spanMatches?.map((word) => lowerCase(normalise(word).text)),
  }));
  return (text, found, places) => {
    const tiers = tiersNamed(found.get('hotspot_location') ?? [], places);
    const out = new Map<TraitId, Severity>();
    for (const [tag, ranges] of found) {
      if (tag === VERIFIABLE) continue;
      const base =
        tag === 'hotspot_location'
          ? (gravest([...tiers].map((tier) => labels.placeTierSeverity[tier])) ?? labels.placeTierSeverity.unknown)
          : labels.severity[tag];
      const spans = ranges.map(({ start, end }) => lowerCase(text.slice(start, end)));
      const raised = rules.filter(
        ({ trait, when, words }) =>
          trait === tag &&
          (when.placeTier === undefined || tiers.has(when.placeTier)) &&
          (when.anyTrait === undefined || when.anyTrait.some((other) => other !== tag && found.has(other))) &&
          (words === undefined || words.some((word) => spans.some((span) => span.includes(word)))),
      );
      out.set(tag, gravest([base, ...raised.map((rule) => rule.severity)]) ?? base);
    }
    return out;
  };
}
