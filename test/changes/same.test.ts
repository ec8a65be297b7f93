import { outputOf } from '../../src/model/walk.js';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDeepEqual } from '../../src/base/deep-equal.js';
import { compareModels } from '../../src/changes/compare/services.js';
import type { Service } from '../../src/model/model.js';
import { readServices } from '../../src/pipeline.js';
import { library } from '../emitters/support/sample.js';
import { books, modelOf } from './sample.js';

/** The same service with every list of named things in another order. */
function shuffled(service: Service, order: <T>(items: readonly T[]) => T[]): Service {
  return {
    ...service,
    pages: order(service.pages),
    operations: order(service.operations).map((one) => ({
      ...one,
      input: order(one.input),
      output: order(outputOf(one)),
      errors: order(one.errors),
      examples: order(one.examples),
    })),
    shapes: order(service.shapes).map((one) => ({ ...one, members: order(one.members) })),
    errors: order(service.errors).map((one) => ({ ...one, members: order(one.members) })),
  };
}

/** Puts items in an order that a list of numbers stands for. */
const byKeys =
  (keys: readonly number[]) =>
  <T>(items: readonly T[]): T[] =>
    items
      .map((item, at) => ({ item, key: keys[at % keys.length] ?? 0 }))
      .sort((one, other) => one.key - other.key)
      .map(({ item }) => item);

const folder = 'docs-input/workmail';
const pages = readdirSync(folder).map((name) => ({
  path: `${folder}/${name}`,
  text: readFileSync(`${folder}/${name}`, 'utf8'),
}));

async function readInOrder(order: <T>(items: readonly T[]) => T[]): Promise<Service> {
  const [service] = (await readServices(order(pages), {}, () => undefined)).services;
  if (!service) throw new Error('expected a service');
  return service;
}

describe('a model differs from itself in nothing', () => {
  it.each([
    ['books', books],
    ['library', library],
  ])('%s, in any order', (_, service) => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 12 }), (keys) => {
        expect(compareModels(modelOf(service), modelOf(shuffled(service, byKeys(keys))))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('read from pages in any order', async () => {
    const plain = modelOf(await readInOrder((items) => [...items]));
    const backwards = modelOf(await readInOrder((items) => items.toReversed()));
    const mixed = modelOf(await readInOrder(byKeys([3, 1, 4, 1, 5, 9, 2, 6])));
    expect(compareModels(plain, backwards)).toEqual([]);
    expect(compareModels(mixed, plain)).toEqual([]);
  });
});

describe('two values are the same', () => {
  const value = { list: [1, { a: 'x', b: null }], truth: false };

  it('whatever the order of keys, and with keys that have no value', () => {
    expect(isDeepEqual(value, { truth: false, none: undefined, list: [1, { b: null, a: 'x' }] })).toBe(true);
    expect(isDeepEqual({ truth: false, none: undefined, list: [1, { b: null, a: 'x' }] }, value)).toBe(true);
  });

  it.each([
    { ...value, truth: true },
    { ...value, more: 1 },
    { list: value.list },
    { ...value, list: [1] },
    { ...value, list: [1, { a: 'x' }] },
    { ...value, list: [{ a: 'x', b: null }, 1] },
    { ...value, list: { 0: 1, 1: { a: 'x', b: null } } },
    { ...value, list: [1, null] },
    JSON.parse('{"list":[1,{"a":"x","b":null}],"__proto__":false}'),
  ])('but not with %j', (other) => {
    expect(isDeepEqual(value, other)).toBe(false);
    expect(isDeepEqual(other, value)).toBe(false);
  });
});

it('finds what changed for those who refer to a shape by a name that it no longer has', () => {
  const author = books.shapes[0];
  if (!author) throw new Error('expected a shape');
  // The shape is there by another name; whoever still says the old one means something that is gone.
  const renamed = {
    ...books,
    shapes: books.shapes.map((one) => (one === author ? { ...one, name: 'Authors' } : one)),
  };
  const rules = compareModels(modelOf(books), modelOf(renamed)).map(({ rule }) => rule);
  expect(rules).toContain('shape-renamed');
  expect(rules).toContain('type-changed');
});
