import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printModel } from '../../src/emitters/model/emitter.js';
import type { Model } from '../../src/model/model.js';

/** What is printed does not depend on what the values are. */
const asModel = (value: unknown): Model => value as Model;

describe('printModel', () => {
  it('begins with what an object is about and ends with where that is stated', () => {
    const source = { endColumn: 9, endLine: 2, column: 1, line: 2, file: 'a.md' };
    const value = asModel({
      source,
      members: [],
      known: 'stated',
      description: 'A book.',
      name: 'Book',
      id: 'b',
    });
    const printed: object = JSON.parse(printModel(value));
    expect(Object.keys(printed)).toEqual(['id', 'name', 'description', 'members', 'known', 'source']);
    expect(printModel(value)).toContain(
      '"file": "a.md",\n    "line": 2,\n    "column": 1,\n    "endLine": 2,',
    );
  });

  it('gives the same bytes whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        expect(printModel(asModel(reversed(value)))).toBe(printModel(asModel(value)));
      }),
    );
  });

  it('loses nothing, whatever keys the JSON of a page has', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        expect(JSON.parse(printModel(asModel(value)))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { examples: [[{ '': 1 }], [[{}, { '': 1 }]], [JSON.parse('[{"__proto__": {"a": 1}}]')]] },
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}
