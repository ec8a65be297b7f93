import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { isTranslated, translatePattern } from '../../src/patterns/translate.js';
import { isFoundEverywhere } from '../../src/patterns/simplify.js';
import { shapesByName, typesWithin } from '../../src/model/walk.js';
import type { Type } from '../../src/model/types.js';
import type { Operation, Service } from '../../src/model/model.js';
import { hasShared, needsShared } from '../shared.js';
import { valuesOf } from '../wire/arbitraries.js';
import { breaks, type Broken } from './breaks.js';
import { type Contenders, loadContenders } from './contenders.js';
import { folders, readService } from './corpus.js';
import { violations } from './reference.js';

type Fields = { readonly [name: string]: unknown };

describe.skipIf(!hasShared).each(folders)(`%s: all validators agree${needsShared}`, (folder) => {
  let service: Service;
  let contendersOf: (type: string) => Contenders;

  beforeAll(async () => {
    service = await readService(folder);
    contendersOf = await loadContenders(service);
  }, 300_000);

  /** A few valid inputs of an operation: with all members, with few, with some. */
  const samples = ({ input }: Operation): readonly Fields[] => {
    const world = { shapes: shapesByName(service), key: ({ name }: { name: string }) => name };
    return fc.sample(valuesOf(input, world), { numRuns: 25, seed: 5 });
  };

  test('about valid inputs', () => {
    for (const operation of service.operations) {
      const { validator, zodAccepts, ajvAccepts } = contendersOf(`${operation.name}Input`);
      for (const value of samples(operation)) {
        expect(violations(operation.input, value, service), operation.name).toStrictEqual([]);
        expect(validator.validate(value), operation.name).toStrictEqual({ value });
        expect([zodAccepts(value), ajvAccepts(value)], describeValue(operation, value)).toStrictEqual([
          true,
          true,
        ]);
      }
    }
  });

  test('about inputs that break one constraint', () => {
    const broken = new Set<string>();
    for (const operation of service.operations) {
      for (const each of brokenInputs(operation, samples(operation), service)) {
        checkBroken(operation, each, service, contendersOf(`${operation.name}Input`));
        broken.add(each.fact);
      }
    }
    expect(unexplained(service, broken)).toStrictEqual([]);
    expect(broken.size).toBeGreaterThan(5 * service.operations.length);
  });
});

const describeValue = ({ name }: Operation, value: unknown): string =>
  `${name} ${JSON.stringify(value)?.slice(0, 500)}`;

/** One broken input for each fact. */
function brokenInputs(operation: Operation, values: readonly Fields[], service: Service): readonly Broken[] {
  const found = new Map<string, Broken>();
  const shapes = shapesByName(service);
  for (const value of values) {
    for (const each of breaks(operation.input, value, `${operation.name}.input`, shapes)) {
      if (!found.has(each.fact)) found.set(each.fact, each);
    }
  }
  return [...found.values()];
}

function checkBroken(operation: Operation, broken: Broken, service: Service, contenders: Contenders): void {
  const about = `${broken.fact} of ${describeValue(operation, broken.value)}`;
  expect(violations(operation.input, broken.value, service), about).toStrictEqual([broken.expected]);
  const issues = contenders.validator.validate(broken.value).issues ?? [];
  expect(
    issues.map(({ constraint, path }) => `${constraint} /${path.join('/')}`),
    about,
  ).toStrictEqual([broken.expected]);
  expect(contenders.zodAccepts(broken.value), `zod: ${about}`).toBe(false);
  expect(contenders.ajvAccepts(broken.value), `ajv: ${about}`).toBe(false);
}

/**
 * The constraints of inputs that no value was found to break alone. A pattern and a length may imply each other, and a
 * pattern that is found in every text cannot be broken; there must be no others.
 */
function unexplained(service: Service, broken: ReadonlySet<string>): readonly string[] {
  return service.operations.flatMap(({ name, input }) =>
    input.flatMap((member) => {
      const id = `${name}.input.${member.name}`;
      const isBroken = (type: Type, kind: string): boolean =>
        isImplied(type, kind) || [...broken].some((fact) => fact.startsWith(id) && fact.endsWith(`.${kind}`));
      return typesWithin(member.type).flatMap((type) =>
        type.constraints.filter(({ kind }) => !isBroken(type, kind)).map(({ kind }) => `${id} ${kind}`),
      );
    }),
  );
}

function isImplied({ constraints }: Type, kind: string): boolean {
  if (constraints.some((other) => other.kind !== kind && ['length', 'pattern'].includes(other.kind)))
    return true;
  const pattern = constraints.find((constraint) => constraint.kind === 'pattern');
  const translation = pattern && translatePattern(pattern.pattern);
  return (
    kind === 'pattern' &&
    translation !== undefined &&
    isTranslated(translation) &&
    isFoundEverywhere(translation)
  );
}
