import { isFields, isSet, type NamedMember, own, resolve } from '../schema/members.js';
import type { CollectionStyle, SchemaReference } from '../schema/schema.js';
import { textOf } from './parameters.js';

/**
 * Writes members as a `multipart/form-data` body (RFC 7578): files and bytes as they are, texts as texts, objects as parts
 * of JSON. Lists are repeated, with brackets behind the name where the member says so.
 */
export function writeMultipart(members: readonly NamedMember[], input: unknown): FormData {
  const form = new FormData();
  for (const [name, { wire = name, schema, style }] of members) {
    const value = own(input, name);
    if (Array.isArray(value) && style !== 'json') writeList(form, wire, schema, value, style);
    else if (value !== undefined) append(form, wire, schema, value);
  }
  return form;
}

function writeList(
  form: FormData,
  key: string,
  reference: SchemaReference,
  values: readonly unknown[],
  style?: CollectionStyle,
): void {
  const schema = resolve(reference);
  const element = typeof schema === 'object' && schema.kind === 'list' ? schema.element : 'document';
  values.filter(isSet).forEach((value, at) => {
    const suffix = style === 'brackets' ? '[]' : style === 'indices' ? `[${at}]` : '';
    append(form, key + suffix, element, value);
  });
}

function append(form: FormData, key: string, schema: SchemaReference, value: unknown): void {
  // A `File` brings its own name; a `Blob` needs one to be taken for a file.
  if (value instanceof Blob) form.append(key, value);
  else if (value instanceof Uint8Array) form.append(key, new Blob([new Uint8Array(value)]));
  else if (isJson(value)) form.append(key, new Blob([textOf(schema, value)], { type: 'application/json' }));
  else form.append(key, textOf(schema, value));
}

const isJson = (value: unknown): boolean =>
  Array.isArray(value) || (isFields(value) && !(value instanceof Date));
