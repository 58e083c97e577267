import { compose } from './compose.ts';
import { maskContacts } from './contacts.ts';
import { removeControls } from './controls.ts';
import { foldHomoglyphs, type Homoglyphs } from './homoglyphs.ts';
import { type Step, unmapped } from './mapped.ts';
import { joinSpacedLetters } from './spaced.ts';
import { repairSurrogates } from './surrogates.ts';
import { foldWhiteSpace } from './white-space.ts';
import { convertZawgyi } from './zawgyi.ts';

/** The data of `normaliser.json`. */
export interface NormaliserData {
  readonly homoglyphs: Homoglyphs;
  readonly joiners: readonly string[];
  /** Regular expressions, applied one after another. */
  readonly contacts: readonly string[];
}

export interface Normalised {
  readonly text: string;
  /** The range of the source that [start, end) of `text` came from; UTF-16 units, end exclusive. An empty range stays empty. */
  toSource(start: number, end: number): { start: number; end: number };
}

export type Normaliser = (source: string) => Normalised;

/** The steps of docs/normalising.md in their order. */
export function createNormaliser(data: NormaliserData): Normaliser {
  const steps: readonly Step[] = [
    repairSurrogates,
    convertZawgyi,
    removeControls,
    compose,
    foldHomoglyphs(data.homoglyphs),
    joinSpacedLetters(data.joiners),
    // Folding and joining can bring a letter and a mark together that have a composed form.
    compose,
    maskContacts(data.contacts),
    foldWhiteSpace,
  ];
  return (source) => {
    const { text, starts, ends } = steps.reduce((mapped, step) => step(mapped), unmapped(source));
    const toSource = (start: number, end: number) => {
      const from = starts[Math.max(0, start)] ?? source.length;
      return { start: from, end: end > start ? (ends[Math.min(end, text.length) - 1] ?? from) : from };
    };
    return { text, toSource };
  };
}
