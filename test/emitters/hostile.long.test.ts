import { expect, it } from 'vitest';
import { typeErrors } from './support/compile.js';
import { emitAll } from './support/emit.js';
import { hostileService } from './support/hostile.js';

it('gives a package that compiles with the schemas of zod, too, where every name and text is hostile', () => {
  expect(typeErrors(emitAll(hostileService())).slice(0, 20)).toEqual([]);
});
