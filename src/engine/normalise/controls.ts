import { type Mapped, without } from './mapped.ts';

const REMOVED = new RegExp(
  '[\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180e\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2064' +
    '\\u2066-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\u{e0000}-\\u{e007f}\\u{e0100}-\\u{e01ef}' +
    '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]+',
  'gu',
);
const JOINERS = /[\u200c\u200d]/g;
const JOINING = ['Arabic', 'Devanagari', 'Bengali', 'Tamil', 'Sinhala', 'Myanmar', 'Khmer'];
const SIDES = new RegExp(JOINING.map((script) => `(?=[\\p{L}\\p{M}])\\p{Script=${script}}`).join('|'), 'u');

/** Step 3: controls, bidi marks and invisible characters go; a joiner stays only where a script shapes its letters by it. */
export function removeControls(input: Mapped): Mapped {
  const visible = without(input, REMOVED);
  const { text } = visible;
  // The scripts that join are all in the basic plane, so one unit on either side decides.
  return without(visible, JOINERS, (at) => SIDES.test(text.charAt(at - 1)) && SIDES.test(text.charAt(at + 1)));
}
