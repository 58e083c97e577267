import tools from 'myanmar-tools';
import { describe, expect, it } from 'vitest';
import { unmapped } from './mapped.ts';
import { convertZawgyi } from './zawgyi.ts';

const ADVERT = [
  'ထိုင်းနိုင်ငံတွင် စာရိုက်ဝန်ထမ်း အလိုရှိသည်။',
  'လစာ ဘတ် ၄၅၀၀၀၊ အတွေ့အကြုံမလိုပါ။ လေယာဉ်လက်မှတ်နှင့် ဗီဇာ ကုမ္ပဏီမှ ပေးမည်။',
  'တယ်လီဂရမ်မှ ဆက်သွယ်ပါ။',
];
const toZawgyi = (unicode: string) => new tools.ZawgyiConverter().unicodeToZawgyi(unicode);

describe('Zawgyi', () => {
  it('an advert becomes its Unicode twin', () => {
    const zawgyi = ADVERT.map(toZawgyi).join('\n');
    expect(zawgyi).not.toBe(ADVERT.join('\n'));
    expect(convertZawgyi(unmapped(zawgyi)).text).toBe(ADVERT.join('\n'));
  });

  it('hand-encoded words', () => {
    // E before KA, medial RA before PA: the order in which Zawgyi is typed.
    const zawgyi =
      '\u1031\u1000\u102c\u1004\u1039\u1038\u1031\u101e\u102c \u1021\u101c\u102f\u1015\u1039 \u107f\u1015\u102e\u1038\u107f\u1015\u102e';
    expect(convertZawgyi(unmapped(zawgyi)).text).toBe('ကောင်းသော အလုပ် ပြီးပြီ');
  });

  it('Unicode Burmese, and lines in other scripts, stay', () => {
    const text = `${ADVERT.join('\n')}\nTypist wanted 招聘`;
    expect(convertZawgyi(unmapped(text)).text).toBe(text);
  });

  it('each line is judged alone, and only that line changes', () => {
    const text = `Typist wanted\n${toZawgyi(ADVERT[0] ?? '')}\n${ADVERT[1]}`;
    expect(convertZawgyi(unmapped(text)).text).toBe(`Typist wanted\n${ADVERT[0]}\n${ADVERT[1]}`);
  });

  it('a word leads back to its own letters', () => {
    const words = (ADVERT[1] ?? '').split(' ');
    const zawgyiWords = words.map(toZawgyi);
    const { text, starts, ends } = convertZawgyi(unmapped(zawgyiWords.join(' ')));
    for (const [i, word] of words.entries()) {
      const at = text.indexOf(word);
      const source = zawgyiWords.join(' ').slice(starts[at], ends[at + word.length - 1]);
      expect(source.trim(), word).toBe(zawgyiWords[i]);
    }
  });

  it('the map is finer than a word', () => {
    const unicode = 'အတွေ့အကြုံမလိုပါ';
    const { starts, ends } = convertZawgyi(unmapped(toZawgyi(`${unicode} ${unicode}`)));
    const longest = Math.max(...starts.map((start, i) => (ends[i] ?? 0) - start));
    expect(longest).toBeLessThan(8);
  });

  it('leaves the global Buffer as it was', () => {
    const { Buffer: before } = globalThis;
    convertZawgyi(unmapped(toZawgyi(ADVERT.join(' '))));
    expect(globalThis.Buffer).toBe(before);
  });
});
