import { checkableOf, reasonsOf } from './explain.ts';
import { createGazetteer } from './gazetteer.ts';
import { detectLanguage } from './language.ts';
import { levelOf } from './level.ts';
import { readModelFolder } from './model-folder.ts';
import { createNormaliser } from './normalise/index.ts';
import { calibrate, sigmoid } from './probability.ts';
import { createQueue } from './queue.ts';
import { lettered, scoreTokens } from './score.ts';
import { createSession, type SessionOptions } from './session.ts';
import { createSeverity } from './severity.ts';
import { createSpanWriter } from './spans.ts';
import { createTokenizer } from './tokenizer.ts';
import { findTags } from './traits.ts';
import { type Engine, EngineError, type ReadModelFile, type ScoreInput, sourceOf, type Verdict } from './types.ts';

/** At most this much of an advert is read, in UTF-16 units; with `MAX_WINDOWS` it bounds the time of any input. */
export const MAX_SOURCE = 60_000;

export interface EngineOptions extends SessionOptions {
  readonly readFile: ReadModelFile;
}

function readable(input: ScoreInput): string {
  if (typeof input.text !== 'string' || (input.title != null && typeof input.title !== 'string')) {
    throw new EngineError('bad-input', 'an advert has a text and may have a title');
  }
  const source = sourceOf(input);
  if (source.length <= MAX_SOURCE) return source;
  const inPair = /[\ud800-\udbff]/.test(source.charAt(MAX_SOURCE - 1));
  return source.slice(0, inPair ? MAX_SOURCE - 1 : MAX_SOURCE);
}

/**
 * Loads the model folder and the runtime.
 * @throws EngineError `model-missing`, `model-damaged`, `runtime-failed`, `timeout`
 */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const folder = await readModelFolder(options.readFile);
  const { labels, thresholds } = folder;
  const normalise = createNormaliser(folder.normaliser);
  const tokenizer = createTokenizer(folder.tokenizer);
  const placesIn = createGazetteer(folder.gazetteer, normalise);
  const severityOf = createSeverity(labels, normalise);
  const session = await createSession(folder.onnx, options);
  const queue = createQueue();
  let closed = false;

  async function judge(input: ScoreInput, signal: AbortSignal | undefined): Promise<Verdict> {
    if (closed) throw new EngineError('aborted', 'the engine is closed');
    const began = performance.now();
    const source = readable(input);
    const normalised = normalise(source);
    const tokens = tokenizer.encode(normalised.text);
    const scores = await scoreTokens(
      tokens,
      session,
      tokenizer,
      { tags: labels.tags, window: thresholds.window },
      signal,
    );
    const places = placesIn(normalised.text);
    const probability = calibrate(scores.lureLogit, thresholds.calibration);
    const found = findTags(scores.probabilities, tokens.ranges, places, thresholds, probability);
    const severities = severityOf(normalised.text, new Map(found.map(({ tag, runs }) => [tag, runs])), places);
    const language = detectLanguage(normalised.text, thresholds.languages.supported);
    const write = createSpanWriter(source, normalised);
    const reasons = reasonsOf(found, severities, write);
    const evidence = {
      probability,
      severities,
      tokens: lettered(normalised.text, tokens.ranges),
      job: sigmoid(scores.jobLogit),
      knownAdvert: input.found === 'board' || input.found === 'json-ld',
      language,
    };
    return {
      ...levelOf(evidence, labels, thresholds),
      probability,
      reasons,
      checkable: checkableOf(found, write),
      questions: reasons.map((reason) => reason.trait),
      language,
      model: folder.info,
      truncated: source.length < sourceOf(input).length || !scores.complete,
      ms: performance.now() - began,
    };
  }

  return {
    model: folder.info,
    score: (input, signal) => queue.add(() => judge(input, signal), signal),
    close: () =>
      queue.add(async () => {
        if (closed) return;
        closed = true;
        await session.close();
      }),
  };
}
