import { irVersion } from '../../model/model.js';

/** A part of a model as JSON, of which nothing is known but that it is an object. */
type Fields = { readonly [key: string]: unknown };

/**
 * A model of version 1 in today's form. All of them are models of this ecosystem, whose facts stood among those of every
 * service; an operation had one response of success, whose status stood beside its path. Undefined for another version.
 */
export function migrateModel1(model: unknown, version: string): unknown {
  if (!/^1\./u.test(version) || !isFields(model)) return undefined;
  const { services } = model;
  // What has no services is left to the schema, which says so.
  return { ...model, irVersion, ...(Array.isArray(services) && { services: services.map(migrateService) }) };
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const traits = ['catalogueId', 'endpointPrefix', 'signingName', 'targetPrefix'] as const;

function migrateService(service: unknown): unknown {
  if (!isFields(service)) return service;
  const own = traits.flatMap((name) => (service[name] === undefined ? [] : [[name, service[name]] as const]));
  return {
    ...without(service, traits),
    ecosystem: 'aws',
    servers: [],
    auth: [],
    operations: listOf(service['operations']).map(migrateOperation),
    ...(own.length > 0 && { traits: { aws: Object.fromEntries(own) } }),
  };
}

function migrateOperation(operation: unknown): unknown {
  if (!isFields(operation)) return operation;
  const { http, source, known } = operation;
  const status = isFields(http) ? http['successStatus'] : undefined;
  const usual = { value: 200, known: 'inferred', source };
  return {
    ...without(operation, ['output', 'http']),
    ...(isFields(http) && { http: without(http, ['successStatus']) }),
    responses: [{ status: status ?? usual, members: listOf(operation['output']), known, source }],
  };
}

const without = (fields: Fields, keys: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.includes(key)));
