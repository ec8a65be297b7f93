import { fileURLToPath } from 'node:url';
import standalone from 'ajv/dist/standalone/index.js';
import { rolldown } from 'rolldown';
import { compileSchema } from '../dist/base/published-schema.js';

/** Where the module that the library makes would stand, so that what it imports is found. */
const place = fileURLToPath(new URL('../schema.js', import.meta.url));

/** A module of what the library makes of a published schema: it needs the library no longer. */
export async function prebuiltSchemas(name) {
  const { ajv, validate } = await compileSchema(name, { code: { source: true, esm: true } });
  const made = standalone.default(ajv, validate);
  const build = await rolldown({
    input: place,
    platform: 'node',
    plugins: [
      {
        name: 'made',
        resolveId: (id) => (id === place ? id : null),
        load: (id) => (id === place ? made : null),
      },
    ],
  });
  const { output } = await build.generate({ format: 'esm', minify: true });
  return output[0].code;
}
