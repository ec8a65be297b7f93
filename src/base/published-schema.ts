import { readFile } from 'node:fs/promises';
import type { Ajv, Options, ValidateFunction } from 'ajv';
import { packageFile, prebuilt } from './own-files.js';

/** The JSON Schemas that docwright publishes, by the names of their files. */
export type SchemaName = 'config' | 'model';

/** Holds values against a published schema. What the build has made of it saves loading the library. */
export async function schemaValidator<Value>(name: SchemaName): Promise<ValidateFunction<Value>> {
  const built = await prebuilt<{ readonly validate: ValidateFunction<Value> }>(`${name}-schema`);
  return built?.validate ?? (await compileSchema<Value>(name)).validate;
}

/** A validator as the library makes it, and the library's instance that has made it. */
export async function compileSchema<Value>(
  name: SchemaName,
  options: Options = {},
): Promise<{ readonly ajv: Ajv; readonly validate: ValidateFunction<Value> }> {
  const schema = JSON.parse(await readFile(packageFile(`schemas/${name}.schema.json`), 'utf8'));
  const ajv = await libraries[name](options);
  return { ajv, validate: ajv.compile<Value>(schema) };
}

/** Each schema with its dialect of JSON Schema, and as much of the faults as is told to people. */
const libraries: Readonly<Record<SchemaName, (options: Options) => Promise<Ajv>>> = {
  config: async (options) => {
    const { Ajv } = await import('ajv');
    return new Ajv({ allErrors: true, verbose: true, strict: true, allowUnionTypes: true, ...options });
  },
  model: async (options) => {
    const { Ajv2020 } = await import('ajv/dist/2020.js');
    return new Ajv2020({ allowUnionTypes: true, ...options });
  },
};

/** What is wrong with a value by a JSON Schema (draft-07), in words; undefined where nothing is. */
export async function faultOf(schema: object, value: unknown): Promise<string | undefined> {
  const ajv = await libraries.config({ strict: false });
  if (ajv.validate(schema, value)) return undefined;
  const [error] = ajv.errors ?? [];
  return `its options${error?.instancePath ?? ''} ${error?.message ?? 'are not what it asks for'}`;
}
