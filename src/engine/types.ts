import type { Found } from '../adverts/types.ts';

export const TRAITS = [
  'pay_implausible',
  'no_requirements',
  'vague_job',
  'all_expenses',
  'hotspot_location',
  'location_opaque',
  'irregular_travel',
  'illicit_work',
  'off_platform',
  'unverifiable_employer',
  'urgency',
  'fees_debt',
  'document_control',
  'control_isolation',
  'targets_vulnerable',
  'sexualised',
  'cash_bounty',
  'reassurance',
] as const;
export type TraitId = (typeof TRAITS)[number];

/** Order of gravity is that of `WARNED` last; `unreadable` is given by the page, never by the engine. */
export type Level = 'unreadable' | 'not-enough' | 'none' | 'look-closer' | 'several-signs' | 'strong';
export const WARNED: readonly Level[] = ['look-closer', 'several-signs', 'strong'];

/** UTF-16 offsets into `source` as it was before normalising, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Reason {
  readonly trait: TraitId;
  /** 0 to 1: the strongest token's probability. */
  readonly strength: number;
  /** 1 weak context, 2 moderate, 3 strong, 4 very strong. */
  readonly severity: 1 | 2 | 3 | 4;
  readonly spans: readonly Span[];
}

/** Something a reader can look up: employer, licence, job order, visa type. */
export interface Checkable {
  readonly strength: number;
  readonly spans: readonly Span[];
}

/** Why a level is `not-enough`; null at every other level. */
export type NotEnough = 'too-short' | 'not-an-advert' | 'language' | 'no-trait';

export interface Verdict {
  readonly level: Exclude<Level, 'unreadable'>;
  readonly notEnough: NotEnough | null;
  /** Calibrated, 0 to 1, a number at every level. */
  readonly probability: number;
  /** Strongest first: severity, then strength. */
  readonly reasons: readonly Reason[];
  readonly checkable: readonly Checkable[];
  /** Traits whose question is worth asking, gravest first. */
  readonly questions: readonly TraitId[];
  /** ISO 639 code of the text's language, null where unclear. */
  readonly language: string | null;
  readonly model: { readonly name: string; readonly sha256: string };
  /** True where the text was longer than the engine reads: what follows was not judged. */
  readonly truncated: boolean;
  readonly ms: number;
}

export interface ScoreInput {
  readonly title?: string | null;
  readonly text: string;
  readonly found: Found;
}

/** The text the spans of a verdict point into, and that `id` hashes. */
export function sourceOf(input: { readonly title?: string | null; readonly text: string }): string {
  return input.title ? `${input.title}\n${input.text}` : input.text;
}

export interface ModelInfo {
  readonly name: string;
  /** SHA-256 of the `.onnx`, hex. */
  readonly sha256: string;
}

/** Why the engine cannot score; `code` selects the text shown. */
export type EngineErrorCode =
  | 'model-missing'
  | 'model-damaged'
  | 'runtime-failed'
  | 'timeout'
  | 'aborted'
  | 'bad-input';

export class EngineError extends Error {
  readonly code: EngineErrorCode;
  constructor(code: EngineErrorCode, message: string) {
    super(message);
    this.name = 'EngineError';
    this.code = code;
  }
}

/** Reads a file of the model folder. Rejects where it does not exist. `name` is relative, such as `onnx/model_quantized.onnx`. */
export type ReadModelFile = (name: string) => Promise<Uint8Array>;

export interface Engine {
  readonly model: ModelInfo;
  /**
   * Scores one advert; calls are queued and run one at a time.
   * @throws EngineError `aborted` where the signal fires, `runtime-failed` where the runtime does.
   */
  score(input: ScoreInput, signal?: AbortSignal): Promise<Verdict>;
  close(): Promise<void>;
}
