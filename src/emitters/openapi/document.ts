import type { Access, BoundService } from '../../ecosystems/protocol.js';
import { markdownBlocks, withoutCommentEnds } from '../../render/prose.js';
import { summary } from '../docs.js';
import type { ValidationPolicy } from '../validators/options.js';
import { requestBody } from './bodies.js';
import { type Api, apiOf } from './context.js';
import { descriptionOf, documented, type Json, sourceOf, unlessEmpty } from './json.js';
import { parametersOf } from './parameters.js';
import { responsesOf } from './responses.js';
import { planRoutes, type Route } from './routes.js';
import { componentSchemas, errorNameText } from './schemas.js';

/** A service as an OpenAPI 3.1 document. What its `x-` members mean is said in docs/openapi.md. */
export function toOpenApi(bound: BoundService, policy?: ValidationPolicy): Json {
  const api = apiOf(bound, policy);
  const { service, protocol } = bound;
  const access = protocol.access?.(service);
  return {
    openapi: '3.1.1',
    info: {
      title: titleOf(api),
      version: service.apiVersion?.value ?? '0',
      'x-protocol': protocol.id,
    },
    servers: [access ? serverOf(access) : { url: '/' }],
    security: access ? [{ [access.security.id]: [] }] : [],
    tags: [{ name: titleOf(api), description: 'All operations.' }],
    paths: pathsOf(api),
    components: {
      schemas: componentSchemas(api),
      ...headersOf(api),
      ...(access && { securitySchemes: { [access.security.id]: securityScheme(access.security) } }),
    },
  };
}

const titleOf = ({ service }: Api): string => withoutCommentEnds(service.title.value);

const serverOf = ({ url, description, defaults }: Access): Json => ({
  url,
  description,
  variables: Object.fromEntries(Object.entries(defaults).map(([name, value]) => [name, { default: value }])),
});

const securityScheme = ({ header, description, extensions }: Access['security']): Json => ({
  type: 'apiKey',
  in: 'header',
  name: header,
  description,
  ...extensions,
});

const headersOf = ({ protocol: { errorName } }: Api): Json =>
  errorName?.in === 'header'
    ? { headers: { ErrorName: { description: errorNameText, schema: { type: 'string' } } } }
    : {};

const methods: ReadonlySet<string> = new Set('get put post delete options head patch trace'.split(' '));

function pathsOf(api: Api): Json {
  const items = new Map<string, Record<string, Json>>();
  const others = new Map<string, Record<string, Json>>();
  for (const route of planRoutes(api.bindings, api.protocol)) {
    const method = route.binding.method.toLowerCase();
    const [of, key] = methods.has(method) ? [items, method] : [others, route.binding.method];
    of.set(route.path, { ...of.get(route.path), [key]: operationOf(route, api) });
  }
  const paths = [...new Set([...items.keys(), ...others.keys()])];
  return Object.fromEntries(
    paths.map((path) => [
      path,
      { ...items.get(path), ...(others.has(path) && { 'x-additional-operations': others.get(path) }) },
    ]),
  );
}

function operationOf(route: Route, api: Api): Json {
  const { operation } = route.binding;
  const operationId = api.names.operation(operation.name);
  return {
    operationId,
    ...(operationId !== operation.name && { 'x-operation': operation.name }),
    tags: [titleOf(api)],
    summary: markdownBlocks(summary(operation.description)) || operationId,
    ...documented(operation),
    ...parametersOf(route, api),
    ...requestBody(route.binding, api),
    responses: responsesOf(route.binding, api),
    ...paginationOf(route),
    ...unlessEmpty(
      'x-unnamed-parameters',
      (operation.unnamed ?? []).map((one) => ({
        ...descriptionOf(one.description),
        'x-source': sourceOf(one),
      })),
    ),
  };
}

function paginationOf({ binding: { operation } }: Route): Json {
  if (!operation.pagination) return {};
  const { inputToken, outputToken, pageSize, items } = operation.pagination;
  const names = { inputToken, outputToken, pageSize, items };
  const known = Object.entries(names).filter(([, name]) => name !== undefined);
  return { 'x-pagination': { ...Object.fromEntries(known), 'x-source': sourceOf(operation.pagination) } };
}
