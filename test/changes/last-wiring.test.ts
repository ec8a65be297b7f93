import { expect, it } from 'vitest';
import { lastWiring } from '../../src/handlers/last-package.js';
import { fact } from '../emitters/support/build.js';
import { books, modelOf, withOperation } from './sample.js';

const model = (service = books) => JSON.stringify(modelOf(service));

it('takes an operation of the same method and path for the same, whatever its name', async () => {
  const renamed = withOperation('LendBook', (one) => ({ ...one, name: 'TakeHome' }));
  const { renamed: found } = (await lastWiring({ map: '', model: model() }, renamed)) ?? {};
  expect([...(found ?? [])]).toEqual([['TakeHome', { name: 'LendBook', method: 'lendBook', certainty: 1 }]]);
  const moved = withOperation('LendBook', (one) => ({
    ...one,
    name: 'TakeHome',
    http: { method: fact('POST'), uri: fact('/loans/{id}') },
  }));
  expect((await lastWiring({ map: '', model: model() }, moved))?.renamed.size).toBe(0);
});

it('knows nothing of what cannot be read', async () => {
  expect(await lastWiring({ model: model() }, books)).toBeUndefined();
  expect(await lastWiring({ map: 'x', model: '{' }, books)).toEqual({ map: 'x', renamed: new Map() });
});
