import { expect, it } from 'vitest';
import { member, service, scalar, string, structure } from '../emitters/support/build.js';
import { loadValidators } from '../validators/load.js';

const names = ['Input', 'Context', 'Depth', 'Members', 'Set', 'input2', 'result', 'issues'];

it('emits validators for members that are called as the variables of a validator are', async () => {
  const members = names.map((name) => member(name, name === 'Depth' ? scalar('integer') : string()));
  const { AllSchema } = await loadValidators(service({ shapes: [structure('All', members)] }));
  const value = Object.fromEntries(names.map((name) => [name, name === 'Depth' ? 1 : 'text']));
  expect(AllSchema?.validate(value)).toEqual({ value });
  expect(AllSchema?.validate({ ...value, Input: 1 })).toMatchObject({ issues: [{ path: ['Input'] }] });
});
