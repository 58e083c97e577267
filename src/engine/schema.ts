import * as v from 'valibot';
import { TRAITS } from './types.ts';

/** The tag beside the 18 traits: what a reader can look up. */
export const VERIFIABLE = 'verifiable';
export const TAGS = [...TRAITS, VERIFIABLE] as const;
export type Tag = (typeof TAGS)[number];

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const severity = v.picklist([1, 2, 3, 4]);
const tier = v.picklist(['A', 'B', 'C']);
const trait = v.picklist(TRAITS);
const tag = v.picklist(TAGS);
const unit = v.pipe(v.string(), v.length(1));
const pattern = v.pipe(
  v.string(),
  v.check((source) => {
    try {
      return new RegExp(source, 'gu') instanceof RegExp;
    } catch {
      return false;
    }
  }, 'not a regular expression'),
);
const levelRule = v.object({ traits: count, severity: v.optional(severity) });

/** `labels.json`: the order of the model's outputs, severities and level rules. */
export const LabelsSchema = v.object({
  tags: v.pipe(
    v.array(tag),
    v.check((tags) => tags.length === TAGS.length && new Set(tags).size === TAGS.length, 'every tag once'),
  ),
  severity: v.object(v.entriesFromList(TRAITS, severity)),
  placeTierSeverity: v.optional(v.object({ A: severity, B: severity, C: severity, unknown: severity }), {
    A: 3,
    B: 2,
    C: 1,
    unknown: 2,
  }),
  severityRules: v.array(
    v.object({
      trait,
      severity,
      when: v.strictObject({
        placeTier: v.optional(tier),
        anyTrait: v.optional(v.array(trait)),
        spanMatches: v.optional(v.array(v.pipe(v.string(), v.nonEmpty()))),
      }),
    }),
  ),
  levels: v.object({
    'look-closer': v.array(levelRule),
    'several-signs': v.array(levelRule),
    strong: v.array(levelRule),
  }),
});
export type Labels = v.InferOutput<typeof LabelsSchema>;

const traitLimits = { token: share, advert: share };

/** `thresholds.json`: calibration and thresholds. */
export const ThresholdsSchema = v.object({
  version: v.string(),
  calibration: v.object({ scale: v.number(), bias: v.number() }),
  levels: v.object({ 'look-closer': share, 'several-signs': share, strong: share }),
  traits: v.object(v.entriesFromList(TAGS, v.object({ ...traitLimits, over: v.object(traitLimits) }))),
  minimum: v.object({ tokens: count, job: share }),
  window: v.pipe(
    v.object({ tokens: v.pipe(v.number(), v.integer(), v.minValue(3)), overlap: count }),
    v.check(({ tokens, overlap }) => overlap < tokens - 2, 'windows must advance'),
  ),
  languages: v.object({ supported: v.array(v.string()), weak: v.array(v.string()) }),
});
export type Thresholds = v.InferOutput<typeof ThresholdsSchema>;

/** `gazetteer.json`: places by tier. */
export const GazetteerSchema = v.object({
  date: v.string(),
  places: v.array(v.object({ id: v.string(), tier, names: v.array(v.pipe(v.string(), v.nonEmpty())) })),
});
export type GazetteerData = v.InferOutput<typeof GazetteerSchema>;
export type Tier = v.InferOutput<typeof tier>;

/** `normaliser.json`: data of docs/normalising.md. */
export const NormaliserSchema = v.object({
  homoglyphs: v.object(v.entriesFromList(['Latin', 'Cyrillic', 'Greek'], v.record(unit, unit))),
  joiners: v.array(unit),
  contacts: v.array(pattern),
});

/** `tokenizer.json` and `tokenizer_config.json`: their shape is checked by the tokenizer. */
export const ObjectSchema = v.record(v.string(), v.unknown());
