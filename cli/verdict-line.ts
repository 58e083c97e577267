import { idOf } from '../src/adverts/advert.ts';
import type { Verdict } from '../src/engine/types.ts';
import type { AdvertRow, Place, RejectedRow } from './rows.ts';

/** One line of `check --format jsonl`; docs/schema/verdict-line.schema.json describes it. */
export interface VerdictLine
  extends Place,
    Pick<
      Verdict,
      'level' | 'notEnough' | 'probability' | 'reasons' | 'checkable' | 'language' | 'model' | 'truncated'
    > {
  readonly id: string;
  readonly title: string | null;
}

/** A row that was not scored; docs/schema/rejected-line.schema.json describes it. */
export type RejectedLine = Pick<RejectedRow, 'id' | 'line' | 'error' | 'file'>;

export type CheckLine = VerdictLine | RejectedLine;

export const isRejected = (line: CheckLine): line is RejectedLine => 'error' in line;

/** The published form of a verdict, field by field, so that a new field of the engine never appears in it unseen. */
export function verdictLine(row: AdvertRow, verdict: Verdict): VerdictLine {
  const { level, notEnough, probability, reasons, checkable, language, model, truncated } = verdict;
  const spansOf = (spans: Verdict['checkable'][number]['spans']) =>
    spans.map(({ start, end, text }) => ({ start, end, text }));
  return {
    id: row.id ?? idOf(row),
    line: row.line,
    title: row.title,
    level,
    notEnough,
    probability,
    reasons: reasons.map(({ trait, strength, severity, spans }) => ({
      trait,
      strength,
      severity,
      spans: spansOf(spans),
    })),
    checkable: checkable.map(({ strength, spans }) => ({ strength, spans: spansOf(spans) })),
    language,
    model: { name: model.name, sha256: model.sha256 },
    truncated,
    file: row.file,
  };
}

export const rejectedLine = ({ id, line, error, file }: RejectedRow): RejectedLine => ({ id, line, error, file });
