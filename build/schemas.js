import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import standalone from 'ajv/dist/standalone/index.js';
import { compileSchema } from '../dist/schema-validator.js';

const resolveDir = fileURLToPath(new URL('../', import.meta.url));

/** A module of what the library makes of a published schema: it needs the library no longer. */
export async function prebuiltSchemas(name) {
  const { ajv, validate } = await compileSchema(name, { code: { source: true, esm: true } });
  const contents = standalone.default(ajv, validate);
  const { outputFiles } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  return outputFiles[0].text;
}
