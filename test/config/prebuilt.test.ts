import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { compileSchema } from '../../src/base/published-schema.js';

const built = (name: string): Promise<{ validate: (value: unknown) => boolean; errors?: unknown }> =>
  import(pathToFileURL(`bundle/prebuilt/${name}-schema.js`).href);

test.each([
  ['config', { services: { users: { pages: 'pages' } } }],
  ['config', { services: { users: { pages: 7, outptu: 'x' } }, emitters: [1], strict: 'yes' }],
  ['config', []],
  ['model', { irVersion: '1.0', services: [{ id: 3 }] }],
] as const)(
  'what the build has made of the schema of a %s finds what the library finds: %j',
  async (name, value) => {
    const { validate } = await compileSchema(name);
    const module = await built(name);
    expect(module.validate(value)).toBe(validate(value));
    expect(Object(module.validate).errors).toEqual(validate.errors);
  },
);
