import { outputOf } from '../../src/model/walk.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Member } from '../../src/model/model.js';
import { loadContenders } from './contenders.js';
import { example } from './example.js';
import { nearlyOf } from './junk.js';
import { violations } from './reference.js';

const contendersOf = await loadContenders(example);
const [put] = example.operations;

const found = (type: string, value: unknown): readonly string[] =>
  (contendersOf(type).validator.validate(value).issues ?? [])
    .map(({ constraint, path }) => `${constraint} /${path.join('/')}`)
    .sort();

/** Holds every validator of a type against the slow reading of the model. */
const agree = (type: string, members: readonly Member[], isOutput: boolean): void => {
  const { zodAccepts, ajvAccepts } = contendersOf(type);
  fc.assert(
    fc.property(nearlyOf(members, example), (value) => {
      const expected = violations(members, value, example, isOutput);
      expect(found(type, value)).toStrictEqual([...expected].sort());
      expect(zodAccepts(value), 'zod').toBe(expected.length === 0);
      if (!isBeyondJsonSchema(expected)) expect(ajvAccepts(value), 'ajv').toBe(expected.length === 0);
    }),
    { numRuns: 600 },
  );
};

/** Base64 says the number of bytes only to the next multiple of three. */
const isBeyondJsonSchema = (expected: readonly string[]): boolean =>
  expected.length > 0 && expected.every((violated) => violated.startsWith('length /bytes'));

test('all validators agree about inputs, and ours finds every violation', () => {
  agree('PutInput', put!.input, false);
});

test('all validators agree about outputs, in which unknown values pass', () => {
  agree('PutOutput', outputOf(put!), true);
});
