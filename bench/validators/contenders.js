import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import * as valibot from 'valibot';
import { Compile } from 'typebox/compile';
import { versionsOf } from '../versions.js';
import { emitted, runtimeFolder, schema } from './emitted.js';
import { createFunctionInput as arktypeSchema } from './schemas/arktype.js';
import { createFunctionInput as valibotSchema } from './schemas/valibot.js';
import { createFunctionInput as zodSchema } from './schemas/zod.js';

/** What each contender makes of a value: `accepts` for a yes or no, `issues` for every issue, as a list. */
export async function createContenders() {
  const { CreateFunctionInputSchema: docwright } = await load(emitted, runtimeFolder);
  const ajv = await loadAjv({ allErrors: true });
  const ajvUnits = await loadAjv({ allErrors: true, unicode: false });
  const typebox = Compile(schema);
  return {
    docwright: (value) => docwright.validate(value).issues ?? [],
    'ajv standalone': (value) => (ajv(value) ? [] : ajv.errors),
    'ajv, length in code units': (value) => (ajvUnits(value) ? [] : ajvUnits.errors),
    'typebox compiled': (value) => (typebox.Check(value) ? [] : typebox.Errors(value)),
    valibot: (value) => valibot.safeParse(valibotSchema, value).issues ?? [],
    zod: (value) => zodSchema.safeParse(value).error?.issues ?? [],
    arktype: (value) => issuesOfArktype(arktypeSchema(value)),
  };
}

const projectFolder = new URL('../../', import.meta.url).pathname;

const issuesOfArktype = (result) => (Array.isArray(result) ? result : []);

async function loadAjv(options) {
  const ajv = new Ajv2020({ strict: false, logger: false, ...options, code: { source: true, esm: true } });
  const code = standalone.default(ajv, ajv.compile(schema));
  const { default: validate } = await load(code, projectFolder);
  return validate;
}

/** Bundles a module that stands in a folder and imports it. */
async function load(contents, folder) {
  const { outputFiles } = await build({
    stdin: { contents, loader: 'ts', resolveDir: folder },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** The versions of what is compared. */
export const versions = versionsOf('ajv', 'typebox', 'valibot', 'zod', 'arktype');
