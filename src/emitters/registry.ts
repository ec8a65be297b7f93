import { client } from './client/emitter.js';
import type { Emitter } from './emitter.js';
import { errors } from './errors/emitter.js';
import { jsonSchema } from './json-schema/emitter.js';
import { model } from './model/emitter.js';
import { openapi } from './openapi/emitter.js';
import { packageFiles } from './package/emitter.js';
import { schemas } from './schemas/emitter.js';
import { server } from './server/emitter.js';
import { types } from './types/emitter.js';
import { validators } from './validators/emitter.js';
import { validatorsZod } from './validators-zod/emitter.js';

/** Every output there is, in the order in which they are listed to people. */
export const emitters: readonly Emitter[] = [
  types,
  errors,
  schemas,
  validators,
  validatorsZod,
  jsonSchema,
  openapi,
  client,
  server,
  packageFiles,
  model,
];
