/** Rows before progress is worth a word. */
const QUIET = 20;
/** Time between two reports, in ms: on a terminal, and in a log. */
const REFRESH = { terminal: 200, log: 5_000 };

interface Stream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Says on standard error how far a long run is: one line rewritten on a terminal, a line every few seconds in a log. */
export class Progress {
  readonly #stream: Stream;
  readonly #now: () => number;
  #rows = 0;
  #rejected = 0;
  #last = Number.NEGATIVE_INFINITY;

  constructor(stream: Stream, now: () => number = Date.now) {
    this.#stream = stream;
    this.#now = now;
  }

  add(rejected: boolean): void {
    this.#rows += 1;
    if (rejected) this.#rejected += 1;
    if (this.#rows <= QUIET) return;
    const now = this.#now();
    if (now - this.#last < (this.#stream.isTTY ? REFRESH.terminal : REFRESH.log)) return;
    this.#last = now;
    this.#say(this.#stream.isTTY ? '\r' : '', this.#stream.isTTY ? '' : '\n');
  }

  end(): void {
    if (this.#rows > QUIET) this.#say(this.#stream.isTTY ? '\r' : '', '\n');
  }

  #say(before: string, after: string): void {
    const rejected = this.#rejected > 0 ? `, ${this.#rejected} not read` : '';
    this.#stream.write(`${before}joblantern: ${this.#rows} rows done${rejected}${after}`);
  }
}
