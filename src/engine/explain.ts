import { VERIFIABLE } from './schema.ts';
import type { Severity } from './severity.ts';
import type { SpanWriter } from './spans.ts';
import type { FoundTag } from './traits.ts';
import type { Checkable, Reason, TraitId } from './types.ts';

/** Reasons, gravest first: severity, then strength. */
export function reasonsOf(
  found: readonly FoundTag[],
  severities: ReadonlyMap<TraitId, Severity>,
  write: SpanWriter,
): Reason[] {
  return found
    .flatMap(({ tag, strength, runs }) => {
      const severity = tag === VERIFIABLE ? undefined : severities.get(tag);
      return tag === VERIFIABLE || severity === undefined
        ? []
        : [{ trait: tag, strength, severity, spans: write(runs) }];
    })
    .sort((a, b) => b.severity - a.severity || b.strength - a.strength);
}

/** What a reader can look up, one entry for each place of the text, in its order. */
export function checkableOf(found: readonly FoundTag[], write: SpanWriter): Checkable[] {
  return found
    .filter(({ tag }) => tag === VERIFIABLE)
    .flatMap(({ runs }) => runs.map((run) => ({ strength: run.peak, spans: write([run]) })));
}
