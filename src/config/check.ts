import type { ErrorObject } from 'ajv';
import type { Report } from '../diagnostics/report.js';
import { schemaValidator } from '../base/published-schema.js';
import type { Config } from './config.js';
import type { ConfigSource, Path } from './source.js';

/** The configuration, once it has the form that the schema asks for; otherwise undefined, and each fault reported. */
export async function checkConfig(source: ConfigSource, report: Report): Promise<Config | undefined> {
  const validate = await schemaValidator<Config>('config');
  const { plugins, rest } = apart(source.value);
  if (validate(rest)) return plugins === undefined ? rest : { ...rest, plugins };
  for (const error of mostSpecific(validate.errors ?? [])) await reportError(error, source, report);
  return undefined;
}

/** Plug-ins are code, which a schema says nothing of: they are looked at where they are put together. */
function apart(value: unknown): { readonly plugins?: Config['plugins']; readonly rest: unknown } {
  if (typeof value !== 'object' || value === null || !('plugins' in value)) return { rest: value };
  const { plugins, ...rest } = value;
  return { plugins: [plugins].flat() as NonNullable<Config['plugins']>, rest };
}

/**
 * A value that fits none of several forms gives an error for each form and one for all; what people need is the error
 * deepest inside, or a single one that names the forms.
 */
function mostSpecific(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = new Set(
    errors.filter(({ keyword }) => keyword === 'anyOf').map(({ instancePath }) => instancePath),
  );
  const goesDeeper = (path: string) =>
    errors.some(
      (other) =>
        other.instancePath.startsWith(`${path}/`) || (other.instancePath === path && isAboutKey(other)),
    );
  const kept = errors.filter(
    (error) =>
      error.keyword !== 'anyOf' &&
      (isAboutKey(error) || !(choices.has(error.instancePath) && goesDeeper(error.instancePath))),
  );
  const wrongTypes = kept.filter(({ keyword }) => keyword === 'type');
  const isFirst = (error: ErrorObject) =>
    wrongTypes.find(({ instancePath }) => instancePath === error.instancePath) === error;
  return kept
    .filter((error) => error.keyword !== 'type' || isFirst(error))
    .map((error) => withAllTypes(error, wrongTypes));
}

/** What is wrong with a key is inside the object that has it or lacks it. */
const isAboutKey = ({ keyword }: ErrorObject): boolean =>
  keyword === 'additionalProperties' || keyword === 'required';

const withAllTypes = (error: ErrorObject, wrongTypes: readonly ErrorObject[]): ErrorObject => {
  if (error.keyword !== 'type') return error;
  const alike = wrongTypes.filter(({ instancePath }) => instancePath === error.instancePath);
  return { ...error, params: { type: alike.flatMap(({ params }) => params['type']) } };
};

async function reportError(error: ErrorObject, source: ConfigSource, report: Report): Promise<void> {
  const path = pathOf(error.instancePath);
  const { additionalProperty, missingProperty } = error.params;
  if (typeof additionalProperty === 'string') {
    const known = Object.keys(error.parentSchema?.['properties'] ?? {}).filter((key) => key !== '$schema');
    const place = await source.locate([...path, additionalProperty], 'key');
    report('config-unknown-key', { key: additionalProperty, where: inWords(path), known }, place);
  } else if (typeof missingProperty === 'string') {
    const place = await source.locate(path, 'key');
    report('config-missing-key', { key: missingProperty, where: inWords(path) }, place);
  } else {
    const place = await source.locate(path, 'value');
    const found = foundIn(error.data);
    report('config-value', { where: inWords(path), found, expected: expectedBy(error) }, place);
  }
}

/** The segments of a JSON pointer (RFC 6901). */
const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((segment) => (/^\d+$/u.test(segment) ? Number(segment) : segment));

/** A path as people write it, such as `services.users.pages[0]`. */
export const inWords = (path: Path): string =>
  path.length === 0
    ? 'the configuration'
    : path
        .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
        .join('')
        .slice(1);

function foundIn(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'empty list' : 'list';
  if (typeof value === 'string') return value === '' ? 'empty text' : `text "${value}"`;
  if (typeof value === 'number' || typeof value === 'boolean') return `${typeof value} ${value}`;
  return typeof value;
}

const typeNames: Readonly<Record<string, string>> = { string: 'text', array: 'a list', object: 'an object' };

function expectedBy({ keyword, params, message = keyword }: ErrorObject): string {
  if (keyword === 'enum') return [params['allowedValues']].flat().join(', ');
  if (keyword !== 'type') return message.replace(/^must (?:be )?/u, '');
  const types: readonly string[] = [params['type']].flat();
  return types.map((type) => typeNames[type] ?? `a ${type}`).join(' or ');
}
