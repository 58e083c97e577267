import { sigmoid } from './probability.ts';
import { throwIfAborted } from './queue.ts';
import type { Tag } from './schema.ts';
import type { ModelSession } from './session.ts';
import type { TextRange, TextTokenizer, Tokens } from './tokenizer.ts';
import type { TokenProbabilities } from './traits.ts';
import { windowsOver } from './windows.ts';

/** At most this many windows of a text are scored, some 7,700 tokens: what follows is no longer the advert. */
export const MAX_WINDOWS = 40;

/** What the model says of a text: the maximum over its windows. */
export interface TextScores {
  readonly lureLogit: number;
  readonly jobLogit: number;
  readonly probabilities: TokenProbabilities;
  /** False where the text has more windows than are scored. */
  readonly complete: boolean;
}

/** Lets messages in between two windows, so that an abort is heard. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/**
 * Scores a text window by window: docs/model-folder.md, steps 1 to 3.
 * @throws EngineError `aborted`, `runtime-failed`
 */
export async function scoreTokens(
  { ids }: Tokens,
  session: ModelSession,
  { bos, eos }: Pick<TextTokenizer, 'bos' | 'eos'>,
  options: { readonly tags: readonly Tag[]; readonly window: { readonly tokens: number; readonly overlap: number } },
  signal?: AbortSignal,
): Promise<TextScores> {
  const { tags, window } = options;
  const values = new Float32Array(ids.length * tags.length);
  let lureLogit = Number.NEGATIVE_INFINITY;
  let jobLogit = Number.NEGATIVE_INFINITY;
  const windows = windowsOver(ids.length, window);
  for (const [i, { start, end }] of windows.slice(0, MAX_WINDOWS).entries()) {
    if (i > 0) await breathe();
    throwIfAborted(signal);
    const output = await session.run([bos, ...ids.slice(start, end), eos]);
    lureLogit = Math.max(lureLogit, output.lure);
    jobLogit = Math.max(jobLogit, output.job);
    const offset = start * tags.length;
    for (let n = 0; n < (end - start) * tags.length; n++) {
      const p = sigmoid(output.logits[n + tags.length] ?? Number.NEGATIVE_INFINITY);
      values[offset + n] = Math.max(values[offset + n] ?? 0, p);
    }
  }
  return { lureLogit, jobLogit, probabilities: { tags, values }, complete: windows.length <= MAX_WINDOWS };
}

/** How many body tokens hold a letter: emoji and signs alone are nothing to judge. */
export function lettered(text: string, ranges: readonly TextRange[]): number {
  return ranges.filter(({ start, end }) => /\p{L}/u.test(text.slice(start, end))).length;
}
