/**
 * A text with the place in the source that each of its UTF-16 units came from.
 * `starts` and `ends` never decrease and stay inside the source.
 */
export interface Mapped {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A step of normalising: text and map in, text and map out. */
export type Step = (input: Mapped) => Mapped;

/** The source itself, each unit mapped to its own place. */
export function unmapped(source: string): Mapped {
  const starts = Array.from({ length: source.length }, (_, i) => i);
  return { text: source, starts, ends: starts.map((i) => i + 1) };
}

/** Builds the output of a step from left to right. */
export class MapWriter {
  readonly #parts: string[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #from: Mapped;

  constructor(from: Mapped) {
    this.#from = from;
  }

  /** Takes the input's units [start, end) over as they are. */
  copy(start: number, end: number): void {
    if (start >= end) return;
    this.#parts.push(this.#from.text.slice(start, end));
    for (let i = start; i < end; i++) {
      this.#starts.push(this.#from.starts[i] ?? 0);
      this.#ends.push(this.#from.ends[i] ?? 0);
    }
  }

  /** Writes `text` in place of the input's units [start, end), which must not be empty. */
  replace(text: string, start: number, end: number): void {
    this.#parts.push(text);
    const from = this.#from.starts[start] ?? 0;
    const to = this.#from.ends[end - 1] ?? from;
    for (let i = 0; i < text.length; i++) {
      this.#starts.push(from);
      this.#ends.push(to);
    }
  }

  done(): Mapped {
    return { text: this.#parts.join(''), starts: this.#starts, ends: this.#ends };
  }
}

/** The same map under a text of equal length. */
export function withText(input: Mapped, text: string): Mapped {
  return text === input.text ? input : { text, starts: input.starts, ends: input.ends };
}

/** The input without the matches of a global pattern, but for those that `keep` names by their place. */
export function without(input: Mapped, pattern: RegExp, keep: (at: number) => boolean = () => false): Mapped {
  const out = new MapWriter(input);
  let done = 0;
  for (const match of input.text.matchAll(pattern)) {
    if (keep(match.index)) continue;
    out.copy(done, match.index);
    done = match.index + match[0].length;
  }
  if (done === 0) return input;
  out.copy(done, input.text.length);
  return out.done();
}
