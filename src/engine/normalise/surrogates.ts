import { type Mapped, withText } from './mapped.ts';

/** Step 1: each lone surrogate becomes U+FFFD. */
export function repairSurrogates(input: Mapped): Mapped {
  return withText(input, input.text.replace(/\p{Surrogate}/gu, '\ufffd'));
}
