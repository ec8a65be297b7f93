import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareModels } from '../../src/changes/compare/services.js';
import { collector } from '../../src/diagnostics/report.js';
import type { Service } from '../../src/ir/model.js';
import { readServices } from '../../src/services.js';
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
      output: order(one.output),
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
  const { report, diagnostics } = collector();
  const [service] = (await readServices(order(pages), {}, report, diagnostics)).services;
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
