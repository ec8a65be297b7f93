import type { BoundService } from '../../ecosystems/ecosystem.js';
import type { Access, BoundAuth } from '../../ecosystems/protocol.js';
import type { Operation, ServerVariable } from '../../model/model.js';
import { markdownBlocks, withoutCommentEnds } from '../../render/prose.js';
import { summary } from '../docs.js';
import type { Unsaid } from '../unsaid.js';
import type { ValidationPolicy } from '../validators/options.js';
import { requestBody } from './bodies.js';
import { type Api, apiOf } from './context.js';
import { descriptionOf, documented, type Json, sourceOf, unlessEmpty } from './json.js';
import { parametersOf } from './parameters.js';
import { responsesOf } from './responses.js';
import { encodeName, planRoutes, type Route } from './routes.js';
import { componentSchemas, errorNameText, errorRule } from './schemas.js';

/** What is not even said by `x-` members. */
export const unsaidInOpenApi: readonly Unsaid[] = ['serverDefaults', 'errorsOfSuccess'];

/**
 * A service as an OpenAPI document: of version 3.1, which most tools know, or 3.2 where an operation has a method that 3.1
 * has no place for. What its `x-` members mean is said in docs/openapi.md.
 */
export function toOpenApi(bound: BoundService, policy?: ValidationPolicy): Json {
  const api = apiOf(bound, policy);
  const { service, protocol, access } = bound;
  return {
    openapi: api.bindings.every(({ request }) => methods.has(memberOf(request.method))) ? '3.1.1' : '3.2.0',
    info: {
      title: titleOf(api),
      version: service.apiVersion?.value ?? '0',
      'x-protocol': protocol.id,
    },
    servers: access.servers.length > 0 ? access.servers.map(serverOf) : [{ url: '/' }],
    security: access.auth.map(({ description: { name } }) => ({ [name]: [] })),
    tags: [{ name: titleOf(api), description: 'All operations.' }],
    paths: pathsOf(api),
    components: {
      schemas: componentSchemas(api),
      ...headersOf(api),
      ...(access.auth.length > 0 && { securitySchemes: securitySchemes(access) }),
    },
  };
}

const titleOf = ({ service }: Api): string => withoutCommentEnds(service.title.value);

const serverOf = ({ url, description, variables = {} }: Access['servers'][number]): Json => ({
  url,
  ...(description !== undefined && { description }),
  ...(Object.keys(variables).length > 0 && {
    variables: Object.fromEntries(Object.entries(variables).map(([name, one]) => [name, variableOf(one)])),
  }),
});

/** OpenAPI wants a default of every variable. */
const variableOf = ({ default: usual, values, description }: ServerVariable): Json => ({
  default: usual ?? values?.[0] ?? '',
  ...(values && { enum: values }),
  ...(description !== undefined && { description }),
});

const securitySchemes = ({ auth }: Access): Json =>
  Object.fromEntries(auth.map((one) => [one.description.name, securityScheme(one)]));

/** What the scheme says of itself, before it what the pages say. */
function securityScheme({ description, scheme }: BoundAuth): Json {
  const openapi = scheme.openapi(description);
  const stated = markdownBlocks(description.description ?? '');
  if (stated === '') return openapi;
  const own = openapi['description'];
  return { ...openapi, description: [stated, ...(typeof own === 'string' ? [own] : [])].join('\n\n') };
}

const headersOf = (api: Api): Json =>
  errorRule(api).code?.in === 'header'
    ? { headers: { ErrorName: { description: errorNameText, schema: { type: 'string' } } } }
    : {};

/** The methods that have a member of their own in 3.1; 3.2 adds `query`, and a map for all others. */
const methods: ReadonlySet<string> = new Set('get put post delete options head patch trace'.split(' '));

/** Methods are tokens to HTTP; what a page calls one and is none is percent-encoded. */
const tokenOf = (method: string): string =>
  /^[\w!#$%&'*+.^`|~-]+$/.test(method) ? method : encodeName(method);

const memberOf = (method: string): string => method.toLowerCase();

function pathsOf(api: Api): Json {
  const items = new Map<string, Record<string, Json>>();
  const others = new Map<string, Record<string, Json>>();
  for (const route of planRoutes(api.bindings)) {
    const { method: name } = route.binding.request;
    const member = memberOf(name);
    const [of, key] = methods.has(member) || member === 'query' ? [items, member] : [others, tokenOf(name)];
    of.set(route.path, { ...of.get(route.path), [key]: operationOf(route, api) });
  }
  const paths = [...new Set([...items.keys(), ...others.keys()])];
  return Object.fromEntries(
    paths.map((path) => [
      path,
      { ...items.get(path), ...(others.has(path) && { additionalOperations: others.get(path) }) },
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
    summary: markdownBlocks(operation.title ?? summary(operation.description)) || operationId,
    ...documented(operation),
    ...securityOf(operation, api),
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

/** Where a page says which ways do; an empty list says that callers need not show who they are. */
function securityOf({ auth }: Operation, { access }: Api): Json {
  if (!auth) return {};
  const known = auth.value.filter((name) => access.auth.some(({ description }) => description.name === name));
  return known.length < auth.value.length ? {} : { security: known.map((name) => ({ [name]: [] })) };
}

function paginationOf({ binding: { operation } }: Route): Json {
  if (!operation.pagination) return {};
  const { style, inputToken, outputToken, pageSize, items } = operation.pagination;
  const names = { style, inputToken, outputToken, pageSize, items };
  const known = Object.entries(names).filter(([, name]) => name !== undefined && name !== '');
  return { 'x-pagination': { ...Object.fromEntries(known), 'x-source': sourceOf(operation.pagination) } };
}
