import { distinctBy } from '../../base/group-by.js';
import type { CollectionStyle } from '../../model/model.js';
import type { PartBinding } from '../../ecosystems/protocol.js';
import { isRequired } from '../json-schema/types.js';
import { type Api, outsideBody } from './context.js';
import { type Json, sourceOf, unlessEmpty } from './json.js';
import { aboutMember, at, memberOf, schemaWithDefault, memberSchema } from './member-schemas.js';
import type { Label, Route } from './routes.js';

/** `parameters` of an operation, and beside them what OpenAPI has no parameters for. */
export function parametersOf(route: Route, api: Api): Json {
  const { parts } = route.binding.request;
  const placed = (place: 'query' | 'header' | 'cookie'): readonly Parameter[] =>
    at(parts, place).map((part) => parameter(part, place, route, api));
  const parameters = [
    ...route.labels.map((label) => labelParameter(label, route, api)),
    ...placed('query'),
    ...fixedParameters(route),
    ...targetParameters(route),
    ...placed('header'),
    ...placed('cookie'),
  ];
  return {
    ...unlessEmpty('parameters', distinctBy(parameters, keyOf)),
    ...unlessEmpty(
      'x-prefix-headers',
      prefixHeaders(parts, `${route.binding.operation.name}.input`, api, 'input'),
    ),
    ...unlessEmpty('x-labels-not-in-path', labelsElsewhere(route, api)),
  };
}

interface Parameter extends Json {
  readonly name: string;
  readonly in: string;
}

/** Names of headers are the same in any case. */
const keyOf = ({ name, in: place }: Parameter): string =>
  `${place} ${place === 'header' ? name.toLowerCase() : name}`;

function parameter(
  part: PartBinding,
  place: 'query' | 'header' | 'cookie',
  { binding }: Route,
  api: Api,
): Parameter {
  const owner = `${binding.operation.name}.input`;
  const context = api.schemas('input', outsideBody[place]);
  const member = memberOf(part);
  const name = part.style === 'brackets' ? `${part.name}[]` : part.name;
  return {
    name,
    in: place,
    ...(isRequired(member, owner, context) && { required: true }),
    ...aboutMember(member, name),
    ...valueOf(part.style, schemaWithDefault(member, owner, context)),
  };
}

/** The schema, and how lists and objects are written; JSON in one value is content of its own. */
const valueOf = (style: CollectionStyle | undefined, schema: Json): Json => {
  if (style === 'json') return { content: { 'application/json': { schema } } };
  return { ...(style && styleKeywords(style)), schema };
};

const partOfLabel = ({ name }: Label, { binding }: Route): PartBinding | undefined =>
  at(binding.request.parts, 'path').find((part) => part.name === name);

function labelParameter(label: Label, route: Route, api: Api): Parameter {
  const part = partOfLabel(label, route);
  const member = part && memberOf(part);
  const { name } = route.binding.operation;
  const context = api.schemas('input', outsideBody.label);
  return {
    name: label.parameter,
    in: 'path',
    required: true,
    ...(label.greedy && { 'x-greedy': true }),
    ...(member
      ? aboutMember(member, label.parameter)
      : { 'x-member': label.name, 'x-source': sourceOf(route.binding.operation) }),
    schema: member ? memberSchema(member, `${name}.input`, context) : { type: 'string' },
  };
}

/** Members that pages call labels, but whose place in the path is not known; reading the pages reports them. */
function labelsElsewhere(route: Route, api: Api): readonly Json[] {
  const { operation, request } = route.binding;
  const placed = new Set(route.labels.map((label) => partOfLabel(label, route)));
  return at(request.parts, 'path')
    .filter((part) => !placed.has(part))
    .map(memberOf)
    .map((member) => ({
      name: member.wireName,
      ...aboutMember(member, member.wireName),
      schema: memberSchema(member, `${operation.name}.input`, api.schemas('input', outsideBody.label)),
    }));
}

const only = (value: string): Json => ({ type: 'string', enum: [value] });

const fixedParameters = ({ binding, fixedQuery }: Route): readonly Parameter[] =>
  fixedQuery.map(([name, value]) => ({
    name,
    in: 'query',
    required: true,
    ...(value === '' && { allowEmptyValue: true }),
    description: 'Part of the URI.',
    'x-source': sourceOf(binding.operation.http?.uri ?? binding.operation),
    schema: only(value),
  }));

function targetParameters({ binding }: Route): readonly Parameter[] {
  const { selector } = binding.request;
  if (selector?.in !== 'header') return [];
  const description = 'Selects the operation.';
  return [{ name: selector.name, in: 'header', required: true, description, schema: only(selector.value) }];
}

/** `x-prefix-headers`: maps that travel as a header for each entry, which OpenAPI cannot name. */
export const prefixHeaders = (
  parts: readonly PartBinding[],
  owner: string,
  api: Api,
  direction: 'input' | 'output',
): readonly Json[] =>
  at(parts, 'prefixHeaders')
    .map(memberOf)
    .map((member) => ({
      prefix: member.wireName,
      ...aboutMember(member, member.wireName),
      schema: memberSchema(member, owner, api.schemas(direction, outsideBody.header)),
    }));

const known: Readonly<Partial<Record<CollectionStyle, Json>>> = {
  repeat: { style: 'form', explode: true },
  brackets: { style: 'form', explode: true },
  comma: { style: 'form', explode: false },
  space: { style: 'spaceDelimited', explode: false },
  pipe: { style: 'pipeDelimited', explode: false },
  deepObject: { style: 'deepObject', explode: true },
};

/** How a list or an object is written; `x-style` where OpenAPI has no word for it. */
export const styleKeywords = (style: CollectionStyle): Json => known[style] ?? { 'x-style': style };
