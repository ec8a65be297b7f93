import { irVersion, type Model } from '../model/model.js';
import { schemaValidator } from '../base/published-schema.js';

/** A model, or what keeps a text from being one. */
export type ParsedModel = { readonly model: Model } | { readonly problem: string };

/** Gives a model of an earlier version in today's form; undefined where it cannot. */
export type MigrateModel = (model: unknown, version: string) => unknown;

/**
 * Reads the text of a `model.json`, or of `docwright inspect --format ir`, and holds it against the schema.
 * @param migrate what ecosystems know of earlier versions; may be loaded when it is asked.
 */
export async function parseModel(text: string, migrate: MigrateModel): Promise<ParsedModel> {
  const value = parseJson(text);
  if (value === undefined) return { problem: 'it is not JSON' };
  const model = await inTodaysForm(value, migrate);
  if (model === undefined)
    return { problem: `expected a model of version ${irVersion}, found ${versionOf(value) ?? 'none'}` };
  const validate = await schemaValidator<Model>('model');
  if (validate(model)) return { model };
  const [error] = validate.errors ?? [];
  return { problem: `${error?.instancePath || 'the model'} ${error?.message ?? 'is not a model'}` };
}

async function inTodaysForm(value: unknown, migrate: MigrateModel): Promise<unknown> {
  const version = versionOf(value);
  if (version === undefined) return undefined;
  const isOfToday = version.split('.')[0] === irVersion.split('.')[0];
  return isOfToday ? value : await migrate(value, version);
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
