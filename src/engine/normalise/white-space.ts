import { type Mapped, MapWriter } from './mapped.ts';

/** U+2581 stands for a space in the vocabulary, so in a text it can only be read as one. */
const RUN = /[\s\u2581]+/gu;

/** Step 8: each run of white space becomes one space, the ends are trimmed. */
export function foldWhiteSpace(input: Mapped): Mapped {
  const { text } = input;
  const out = new MapWriter(input);
  let done = 0;
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const end = index + run.length;
    out.copy(done, index);
    if (index > 0 && end < text.length) out.replace(' ', index, end);
    done = end;
  }
  out.copy(done, text.length);
  return out.done();
}
