import { createGenerator } from 'ts-json-schema-generator';
import { format } from 'prettier';

/** A JSON Schema that is published, and the TypeScript type that it says the same as. */
export interface PublishedSchema {
  readonly path: string;
  readonly type: string;
  readonly module: string;
  readonly title: string;
  readonly draft: '07' | '2020-12';
}

/** Editors complete from draft 07; the model's schema is in the current draft. */
export const publishedSchemas: readonly PublishedSchema[] = [
  {
    path: 'schemas/config.schema.json',
    type: 'Config',
    module: 'src/config/config.ts',
    title: 'Configuration of docwright',
    draft: '07',
  },
  {
    path: 'schemas/diff.schema.json',
    type: 'DiffDocument',
    module: 'src/changes/document.ts',
    title: 'Changes between two versions of pages, as docwright diff --format json prints them',
    draft: '2020-12',
  },
  {
    path: 'schemas/diagnostics.schema.json',
    type: 'DiagnosticsDocument',
    module: 'src/diagnostics/format/json.ts',
    title: 'Findings of docwright, as --reporter json prints them',
    draft: '2020-12',
  },
  {
    path: 'schemas/model.schema.json',
    type: 'Model',
    module: 'src/model/model.ts',
    title: 'Model of services, as docwright inspect --format ir prints it',
    draft: '2020-12',
  },
];

const modules = publishedSchemas.map(({ module }) => module).join(',');

/** One program for all of them, as making it takes the time. */
const generator = createGenerator({ path: `{${modules}}`, tsconfig: 'tsconfig.json', skipTypeCheck: true });

/** The text that a published schema should have, made from its type. */
export async function schemaText({ type, title, draft }: PublishedSchema): Promise<string> {
  const { $schema, $ref, definitions } = generator.createSchema(type);
  const dialect = draft === '07' ? $schema : 'https://json-schema.org/draft/2020-12/schema';
  // A new code does not break those who validate with the schema of an earlier version.
  if (definitions?.['Code']) definitions['Code'] = { type: 'string', pattern: '^[a-z0-9-]+$' };
  if (definitions?.['PluginCode'])
    definitions['PluginCode'] = { type: 'string', pattern: '^[a-z0-9-]+/[a-z0-9-]+$' };
  const text = JSON.stringify({ $schema: dialect, title, $ref, definitions });
  const current = draft === '07' ? text : text.replaceAll('definitions', '$defs');
  return await format(current, { parser: 'json', printWidth: 110 });
}
