import type { TraitId } from '../engine/types.ts';
import type { Translate } from '../shared/i18n/translator.ts';

/** Traits whose question is for the reader alone: asking it could bring the reader into danger. */
const ASK_YOURSELF: ReadonlySet<TraitId> = new Set<TraitId>([
  'control_isolation',
  'targets_vulnerable',
  'sexualised',
  'cash_bounty',
]);

export interface TraitTexts {
  readonly name: string;
  /** Why the trait can matter. */
  readonly why: string;
  /** What an honest advert or employer does instead. */
  readonly honest: string;
  /** A question to the recruiter, or to oneself where `askYourself`. */
  readonly ask: string;
  /** The question is never copied or sent. */
  readonly askYourself: boolean;
}

/** The texts of a trait in the translator's language. */
export function traitTexts(t: Translate, id: TraitId): TraitTexts {
  return {
    name: t(`traits.${id}.name`),
    why: t(`traits.${id}.why`),
    honest: t(`traits.${id}.honest`),
    ask: t(`traits.${id}.ask`),
    askYourself: ASK_YOURSELF.has(id),
  };
}
