import { irVersion, type Model } from '../model/model.js';
import { schemaValidator } from '../base/published-schema.js';

/** A model, or what keeps a text from being one. */
export type ParsedModel = { readonly model: Model } | { readonly problem: string };

/** Reads the text of a `model.json`, or of `docwright inspect --format ir`, and holds it against the schema. */
export async function parseModel(text: string): Promise<ParsedModel> {
  const value = parseJson(text);
  if (value === undefined) return { problem: 'it is not JSON' };
  const version = versionOf(value);
  if (version?.split('.')[0] !== irVersion.split('.')[0])
    return { problem: `expected a model of version ${irVersion}, found ${version ?? 'none'}` };
  const validate = await schemaValidator<Model>('model');
  if (validate(value)) return { model: value };
  const [error] = validate.errors ?? [];
  return { problem: `${error?.instancePath || 'the model'} ${error?.message ?? 'is not a model'}` };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\u{feff}/u, ''));
  } catch {
    return undefined;
  }
}

const versionOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'irVersion' in value && typeof value.irVersion === 'string'
    ? value.irVersion
    : undefined;
