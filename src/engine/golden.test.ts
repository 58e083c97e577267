import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGazetteer } from './gazetteer.ts';
import { levelOf } from './level.ts';
import { type ModelFolder, readModelFolder } from './model-folder.ts';
import { createNodeEngine } from './node.ts';
import { createNormaliser, type Normaliser } from './normalise/index.ts';
import { calibrate, sigmoid } from './probability.ts';
import { TAGS, type Tag, type Thresholds, ThresholdsSchema, VERIFIABLE } from './schema.ts';
import { lettered, scoreTokens } from './score.ts';
import { createSession, type ModelSession } from './session.ts';
import { createSeverity } from './severity.ts';
import { createTokenizer } from './tokenizer.ts';
import { findTags, strengthsOf } from './traits.ts';
import type { Engine } from './types.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const MODEL = root('models/lure-detector');
/** Int8 rounding differs by single steps between processors and WebAssembly: docs/decisions/0006. */
const TOLERANCE = 0.06;
/** Share of texts whose level may differ, each with a number within `TOLERANCE` of its threshold. */
const MOVED = 0.02;

const Ranges = v.array(v.tuple([v.number(), v.number()]));
const NormaliseGolden = v.object({ source: v.string(), normalised: v.string() });
const TokenizerGolden = v.object({ text: v.string(), ids: v.array(v.number()) });
const VerdictGolden = v.object({
  source: v.string(),
  lang: v.nullable(v.string()),
  probability: v.number(),
  job: v.number(),
  strengths: v.record(v.picklist(TAGS), v.number()),
  level: v.string(),
});
const SeverityGolden = v.object({
  text: v.string(),
  found: v.record(v.picklist(TAGS), Ranges),
  probability: v.number(),
  tokens: v.number(),
  job: v.number(),
  knownAdvert: v.boolean(),
  lang: v.nullable(v.string()),
  severities: v.record(v.string(), v.number()),
  level: v.string(),
});
/** The severity table has thresholds of its own, so that it outlives a training. */
const SeverityHead = v.object({ thresholds: v.pick(ThresholdsSchema, ['levels', 'minimum', 'languages']) });

/** Whether a number of the golden lies so near a threshold that a rounding step may decide the level. */
function nearThreshold(row: v.InferOutput<typeof VerdictGolden>, { traits, levels, minimum }: Thresholds): boolean {
  const near = (value: number, limit: number) => Math.abs(value - limit) <= TOLERANCE;
  const limits = (tag: Tag) => [traits[tag].advert, traits[tag].over.advert];
  return (
    Object.values(levels).some((limit) => near(row.probability, limit)) ||
    near(row.job, minimum.job) ||
    TAGS.some((tag) => limits(tag).some((limit) => near(row.strengths[tag] ?? 0, limit)))
  );
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(root(`training/goldens/${name}.json`), 'utf8'));
}

function goldens<S extends v.GenericSchema>(name: string, golden: S): v.InferOutput<S>[] {
  return v.parse(v.object({ cases: v.array(golden) }), read(name)).cases;
}

describe('what Python wrote', () => {
  let folder: ModelFolder;
  let normalise: Normaliser;
  beforeAll(async () => {
    folder = await readModelFolder((name) => readFile(`${MODEL}/${name}`));
    normalise = createNormaliser(folder.normaliser);
  });

  it('normalised texts are equal', () => {
    const rows = goldens('normalise', NormaliseGolden);
    expect(rows.length).toBeGreaterThanOrEqual(300);
    for (const { source, normalised } of rows) expect(normalise(source).text, JSON.stringify(source)).toBe(normalised);
  });

  it('token ids are equal', () => {
    const tokenizer = createTokenizer(folder.tokenizer);
    const rows = goldens('tokenizer', TokenizerGolden);
    expect(rows.length).toBeGreaterThanOrEqual(300);
    for (const { text, ids } of rows) {
      expect([tokenizer.bos, ...tokenizer.encode(text).ids, tokenizer.eos], text).toEqual(ids);
    }
  });

  it('severities and levels are equal', () => {
    const severityOf = createSeverity(folder.labels, normalise);
    const placesIn = createGazetteer(folder.gazetteer, normalise);
    const { thresholds } = v.parse(SeverityHead, read('severity'));
    for (const row of goldens('severity', SeverityGolden)) {
      const found = new Map(
        (Object.entries(row.found) as [Tag, [number, number][]][]).map(([tag, ranges]) => [
          tag,
          ranges.map(([start, end]) => ({ start, end })),
        ]),
      );
      const severities = severityOf(row.text, found, placesIn(row.text));
      expect(Object.fromEntries(severities), JSON.stringify(row)).toEqual(row.severities);
      const evidence = { ...row, severities, language: row.lang };
      expect(levelOf(evidence, folder.labels, thresholds).level, JSON.stringify(row)).toBe(row.level);
    }
  });

  describe('with the model', () => {
    let session: ModelSession;
    let engine: Engine;
    beforeAll(async () => {
      const wasm = await readFile(
        createRequire(import.meta.url).resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm'),
      );
      session = await createSession(folder.onnx, { wasm });
      engine = await createNodeEngine(MODEL);
    });
    afterAll(async () => {
      await session?.close();
      await engine?.close();
    });

    it('probabilities, strengths and levels are those of Python', { timeout: 1_800_000 }, async () => {
      const { labels, thresholds } = folder;
      const tokenizer = createTokenizer(folder.tokenizer);
      const severityOf = createSeverity(labels, normalise);
      const placesIn = createGazetteer(folder.gazetteer, normalise);
      const rows = goldens('verdicts', VerdictGolden);
      expect(rows.length).toBeGreaterThanOrEqual(100);
      const moved: (typeof rows)[number][] = [];
      for (const row of rows) {
        const { text } = normalise(row.source);
        const tokens = tokenizer.encode(text);
        const scores = await scoreTokens(tokens, session, tokenizer, { tags: labels.tags, window: thresholds.window });
        const probability = calibrate(scores.lureLogit, thresholds.calibration);
        const strengths = strengthsOf(scores.probabilities);
        const job = sigmoid(scores.jobLogit);
        const pairs: [number, number][] = TAGS.map((tag) => [strengths[tag], row.strengths[tag] ?? Number.NaN]);
        pairs.push([probability, row.probability], [job, row.job]);
        const largest = Math.max(...pairs.map(([here, there]) => Math.abs(here - there)));
        expect(largest, row.source).toBeLessThanOrEqual(TOLERANCE);

        const places = placesIn(text);
        const found = findTags(scores.probabilities, tokens.ranges, places, thresholds, probability);
        const severities = severityOf(text, new Map(found.map(({ tag, runs }) => [tag, runs])), places);
        const evidence = {
          probability,
          severities,
          tokens: lettered(text, tokens.ranges),
          job,
          knownAdvert: false,
          language: row.lang,
        };
        const { level } = levelOf(evidence, labels, thresholds);
        if (level !== row.level) moved.push(row);
      }
      expect(moved.filter((row) => !nearThreshold(row, thresholds)).map((row) => row.source)).toEqual([]);
      expect(moved.length).toBeLessThanOrEqual(MOVED * rows.length);
    });

    it('the engine says the same as its parts', { timeout: 1_800_000 }, async () => {
      for (const row of goldens('verdicts', VerdictGolden).slice(0, 10)) {
        const verdict = await engine.score({ text: row.source, found: 'pasted' });
        expect(Math.abs(verdict.probability - row.probability)).toBeLessThanOrEqual(TOLERANCE);
        for (const { trait, strength, spans } of verdict.reasons) {
          expect(strength).toBeGreaterThanOrEqual((row.strengths[trait] ?? 0) - TOLERANCE);
          for (const span of spans) expect(row.source.slice(span.start, span.end)).toBe(span.text);
        }
        expect(verdict.reasons.map((reason) => reason.trait as string)).not.toContain(VERIFIABLE);
      }
    });
  });
});
