import type { Labels, Thresholds } from './schema.ts';
import type { Severity } from './severity.ts';
import type { NotEnough, TraitId, Verdict } from './types.ts';

const GRAVEST_FIRST = ['strong', 'several-signs', 'look-closer'] as const;

type LevelThresholds = Pick<Thresholds, 'levels' | 'minimum' | 'languages'>;

/** What the level depends on, apart from the model folder. */
export interface Evidence {
  /** Calibrated, 0 to 1. */
  readonly probability: number;
  readonly severities: ReadonlyMap<TraitId, Severity>;
  /** Body tokens. */
  readonly tokens: number;
  /** Probability that the text is a job advert, 0 to 1. */
  readonly job: number;
  /** Found by a board or by JSON-LD. */
  readonly knownAdvert: boolean;
  /** ISO 639 code, null where unclear. */
  readonly language: string | null;
}

function ruleMet(rules: Labels['levels']['strong'], severities: ReadonlyMap<TraitId, Severity>): boolean {
  const gravest = Math.max(0, ...severities.values());
  return rules.some((rule) => severities.size >= rule.traits && gravest >= (rule.severity ?? 0));
}

function whyNotEnough(evidence: Evidence, thresholds: LevelThresholds): NotEnough | null {
  const { languages, levels, minimum } = thresholds;
  if (evidence.probability >= levels['look-closer']) return 'no-trait';
  if (evidence.tokens < minimum.tokens) return 'too-short';
  if (!evidence.knownAdvert && evidence.job < minimum.job) return 'not-an-advert';
  const language = evidence.language?.split('-')[0];
  if (language && (!languages.supported.includes(language) || languages.weak.includes(language))) return 'language';
  return null;
}

/** The level: docs/model-folder.md, step 6. What speaks against judging takes back a `none`, never a warning. */
export function levelOf(
  evidence: Evidence,
  labels: Pick<Labels, 'levels'>,
  thresholds: LevelThresholds,
): Pick<Verdict, 'level' | 'notEnough'> {
  const warned = GRAVEST_FIRST.find(
    (level) => evidence.probability >= thresholds.levels[level] && ruleMet(labels.levels[level], evidence.severities),
  );
  if (warned) return { level: warned, notEnough: null };
  const notEnough = whyNotEnough(evidence, thresholds);
  return { level: notEnough ? 'not-enough' : 'none', notEnough };
}
