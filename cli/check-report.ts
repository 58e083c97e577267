import type { Level, Reason, Span } from '../src/engine/types.ts';
import { englishTranslator } from '../src/shared/i18n/languages.ts';
import { type Format, type Paint, printable, shorten } from './style.ts';
import { type CheckLine, isRejected, type RejectedLine, type VerdictLine } from './verdict-line.ts';

const { t } = englishTranslator;

const COLOURS: Readonly<Record<VerdictLine['level'], Format>> = {
  strong: ['bold', 'red'],
  'several-signs': ['bold', 'magenta'],
  'look-closer': ['bold', 'yellow'],
  // No colour of approval: no sign seen is no proof of anything.
  none: 'dim',
  'not-enough': 'dim',
};
const ORDER: readonly VerdictLine['level'][] = ['strong', 'several-signs', 'look-closer', 'none', 'not-enough'];

/** Most quotes shown of one trait, and most characters of one quote; `--format jsonl` has them all. */
const QUOTES = 5;
const QUOTE_LENGTH = 160;

/** One result of `check` for a reader, ended by a blank line. */
export function describe(line: CheckLine, paint: Paint): string {
  const text = isRejected(line) ? describeRejected(line, paint) : describeVerdict(line, paint);
  return `${text.join('\n')}\n\n`;
}

function describeRejected(line: RejectedLine, paint: Paint): string[] {
  const name = line.id === null ? '' : ` [${shorten(printable(line.id), 40)}]`;
  return [paint('dim', `${placeOf(line)}${name}`), `  ${paint('red', 'Not read')}: ${printable(line.error.message)}`];
}

function describeVerdict(line: VerdictLine, paint: Paint): string[] {
  const title = line.title === null ? t('advert.untitled') : shorten(printable(line.title), 120);
  const why = line.notEnough === null ? t(`levels.${line.level}.line`) : t(`notEnough.${line.notEnough}`);
  const headline = paint(COLOURS[line.level], t(`levels.${line.level}.headline`));
  return [
    `${paint('dim', placeOf(line))} ${paint('bold', title)}`,
    `  ${headline} (${line.level}, probability ${line.probability.toFixed(2)})`,
    `  ${why}`,
    ...(line.truncated ? ['  The text is very long: only its beginning was read'] : []),
    ...line.reasons.map((reason) => describeReason(reason)),
    ...line.checkable.map(({ spans }) => `  ? ${t('check.title')}: ${quotes(spans)}`),
  ];
}

function describeReason({ trait, severity, strength, spans }: Reason): string {
  const words = spans.length > 0 ? `: ${quotes(spans)}` : '';
  return `  - ${t(`traits.${trait}.name`)} (${trait}, severity ${severity} of 4, strength ${strength.toFixed(2)})${words}`;
}

function quotes(spans: readonly Span[]): string {
  const shown = spans.slice(0, QUOTES).map(({ text }) => `“${shorten(printable(text), QUOTE_LENGTH)}”`);
  return spans.length > QUOTES ? `${shown.join(', ')} and ${spans.length - QUOTES} more` : shown.join(', ');
}

const placeOf = (line: CheckLine): string => `${printable(line.file === '-' ? 'stdin' : line.file)}:${line.line}`;

/** Counts what was said, for the foot of the report. */
export class Tally {
  readonly #levels = new Map<Level, number>();
  rejected = 0;
  total = 0;

  add(line: CheckLine): void {
    this.total += 1;
    if (isRejected(line)) this.rejected += 1;
    else this.#levels.set(line.level, (this.#levels.get(line.level) ?? 0) + 1);
  }

  /** The last lines of the report. */
  summary(): string {
    const parts = ORDER.flatMap((level) => {
      const count = this.#levels.get(level);
      return count ? [`${t(`levels.${level}.short`)}: ${count}`] : [];
    });
    if (this.rejected > 0) parts.push(`Not read: ${this.rejected}`);
    const adverts = this.total === 1 ? '1 row' : `${this.total} rows`;
    return `${adverts}. ${parts.join(' · ')}\n${t('app.misses')}\n`;
  }
}
