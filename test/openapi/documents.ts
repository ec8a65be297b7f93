import type { Page } from '../../src/ecosystems/dialect.js';
import { toOpenApi } from '../../src/emitters/openapi/document.js';
import { bindService } from '../../src/ecosystems/bind-service.js';
import type { BoundService } from '../../src/ecosystems/ecosystem.js';
import { fragmentsOf, servicesOf } from '../dialects/read.js';

/** The service that pages describe, as it travels. */
export function boundService(pages: readonly Page[]): BoundService {
  const report = (): void => undefined;
  const [completed] = servicesOf(fragmentsOf(pages, report), report);
  const bound = completed && bindService(completed, report);
  if (!bound) throw new RangeError('The pages describe no service that a protocol speaks.');
  return bound;
}

/** A JSON object of which nothing is known. */
export type Fields = { readonly [key: string]: unknown };

/** The document of a service as its readers get it: as JSON. */
export const documentOf = (bound: BoundService): Fields =>
  fieldsOf(JSON.parse(JSON.stringify(toOpenApi(bound))));

/** The value as an object; an empty one where it is none. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

/** What stands at a path of keys; undefined where one is missing. */
export const at = (value: unknown, ...keys: readonly (string | number)[]): unknown =>
  keys.reduce<unknown>((inner, key) => fieldsOf(inner)[key], value);

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What a `$ref` of the same document leads to, or the value itself. */
export function resolved(document: Fields, value: unknown): Fields {
  const pointer = at(value, '$ref');
  if (typeof pointer !== 'string') return fieldsOf(value);
  const keys = pointer.replace(/^#\//u, '').split('/');
  return fieldsOf(at(document, ...keys.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))));
}

/** Every operation of the document by its id. */
export const operationsOf = (document: Fields): ReadonlyMap<unknown, Fields> =>
  new Map(
    Object.values(fieldsOf(document['paths']))
      .map(fieldsOf)
      .flatMap(({ additionalOperations, ...item }) => [
        ...Object.values(item),
        ...Object.values(fieldsOf(additionalOperations)),
      ])
      .map((operation) => [at(operation, 'operationId'), fieldsOf(operation)]),
  );
