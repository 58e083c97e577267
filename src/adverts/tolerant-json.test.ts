import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTolerant } from './tolerant-json.ts';

describe('parseTolerant', () => {
  it.each([
    ['line ends inside a string', '{"a":"one\ntwo\r\n\tthree"}', { a: 'one\ntwo\r\n\tthree' }],
    ['control characters', '{"a":"x\u0001y\u001fz"}', { a: 'x\u0001y\u001fz' }],
    ['trailing commas', '{"a":[1,2,],"b":{"c":"],}",},}', { a: [1, 2], b: { c: '],}' } }],
    ['an HTML comment', '\n<!--\n{"a":1}\n-->\n', { a: 1 }],
    ['CDATA', '//<![CDATA[\n{"a":1}\n//]]>', { a: 1 }],
    ['CDATA in a comment', '/*<![CDATA[*/{"a":1}/*]]>*/', { a: 1 }],
    ['bare CDATA', '<![CDATA[{"a":1}]]>', { a: 1 }],
    ['a semicolon and a byte order mark', '\uFEFF{"a":1};', { a: 1 }],
    ['comments', '{/* one */"a":1, // two\n"b":"// not /* one */"}', { a: 1, b: '// not /* one */' }],
    ['needless escapes', String.raw`{"a":"it\'s \d \"q\" \\ \/ A"}`, { a: `it's d "q" \\ / A` }],
    ['valid JSON', '[{"a":null}]', [{ a: null }]],
  ])('reads %s', (_name, text, value) => {
    expect(parseTolerant(text)).toEqual(value);
  });

  it.each(['', '   ', '{', '{"a":}', '<html>', '{"a":"b" "c"}', '"open', '{"a":"b\\'])('refuses %j', (text) => {
    expect(() => parseTolerant(text)).toThrow(SyntaxError);
  });

  it('reads every JSON value as JSON does, wrapped or not', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseTolerant(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(parseTolerant(`<!--${JSON.stringify({ value })}-->`)).toEqual(JSON.parse(JSON.stringify({ value })));
      }),
    );
  });

  it('only ever throws a SyntaxError', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('{', '}', '[', ']', '"', ',', '\\', ':', '/', '*', ' ', '\n', 'a', '1')),
        (parts) => {
          try {
            parseTolerant(parts.join(''));
          } catch (error) {
            expect(error).toBeInstanceOf(SyntaxError);
          }
        },
      ),
    );
  });

  it('ends soon on a long broken block', () => {
    expect(() => parseTolerant(`{"a":"${'\n,'.repeat(100_000)}`)).toThrow(SyntaxError);
    expect(() => parseTolerant(`{${' '.repeat(500_000)}x${','.repeat(50_000)}`)).toThrow(SyntaxError);
  });
});
