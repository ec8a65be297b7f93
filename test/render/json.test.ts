import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printJson } from '../../src/render/json.js';

describe('printJson', () => {
  it('is the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        expect(JSON.stringify(JSON.parse(printJson(value)))).toBe(JSON.stringify(value));
      }),
    );
  });

  it('puts what fits into a line', () => {
    const long = 'x'.repeat(80);
    expect(printJson({ a: [1, 2], b: { c: null, d: {} }, e: [long, { f: long }], g: undefined })).toBe(
      `{
  "a": [1, 2],
  "b": { "c": null, "d": {} },
  "e": [
    "${long}",
    { "f": "${long}" }
  ]
}
`,
    );
  });

  it('orders keys', () => {
    const order = (one: string, other: string): number => (one < other ? -1 : 1);
    expect(printJson({ b: 1, a: { d: 1, c: 2 } }, order)).toBe('{ "a": { "c": 2, "d": 1 }, "b": 1 }\n');
  });

  it('has no line longer than 110 but those that cannot be shorter', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        for (const line of printJson(value).split('\n')) {
          if (line.length > 110) expect(line.trimStart()).not.toMatch(/^[[{].*[\]}],?$/u);
        }
      }),
    );
  });
});
