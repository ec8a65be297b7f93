import type { Member } from '../../model/model.js';
import { isRequired } from '../json-schema/types.js';
import { type Api, memberSchema, outsideBody } from './context.js';
import { type Json, sourceOf, unlessEmpty } from './json.js';
import { aboutMember, at, firstOfEach, schemaWithDefault } from './members.js';
import type { Label, Route } from './routes.js';

/** `parameters` of an operation, and beside them what OpenAPI has no parameters for. */
export function parametersOf(route: Route, api: Api): Json {
  const { input } = route.binding.operation;
  const parameters = [
    ...route.labels.map((label) => labelParameter(label, route, api)),
    ...at(input, 'query').map((member) => parameter(member, 'query', route, api)),
    ...fixedParameters(route),
    ...targetParameters(route),
    ...at(input, 'header').map((member) => parameter(member, 'header', route, api)),
  ];
  return {
    ...unlessEmpty('parameters', firstOfEach(parameters, keyOf)),
    ...unlessEmpty(
      'x-prefix-headers',
      prefixHeaders(input, `${route.binding.operation.name}.input`, api, 'input'),
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

function parameter(member: Member, place: 'query' | 'header', { binding }: Route, api: Api): Parameter {
  const owner = `${binding.operation.name}.input`;
  const context = api.schemas('input', outsideBody[place]);
  return {
    name: member.wireName,
    in: place,
    ...(isRequired(member, owner, context) && { required: true }),
    ...aboutMember(member, member.wireName),
    schema: schemaWithDefault(member, owner, context),
  };
}

const memberOf = ({ name }: Label, { binding }: Route): Member | undefined =>
  at(binding.operation.input, 'label').find(({ wireName }) => wireName === name);

function labelParameter(label: Label, route: Route, api: Api): Parameter {
  const member = memberOf(label, route);
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
  const { name, input } = route.binding.operation;
  const placed = new Set(route.labels.map((label) => memberOf(label, route)));
  return at(input, 'label')
    .filter((member) => !placed.has(member))
    .map((member) => ({
      name: member.wireName,
      ...aboutMember(member, member.wireName),
      schema: memberSchema(member, `${name}.input`, api.schemas('input', outsideBody.label)),
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
  if (selector === undefined) return [];
  const description = 'Selects the operation.';
  return [
    { name: selector.header, in: 'header', required: true, description, schema: only(selector.value) },
  ];
}

/** `x-prefix-headers`: maps that travel as a header for each entry, which OpenAPI cannot name. */
export const prefixHeaders = (
  members: readonly Member[],
  owner: string,
  api: Api,
  direction: 'input' | 'output',
): readonly Json[] =>
  at(members, 'prefixHeaders').map((member) => ({
    prefix: member.wireName,
    ...aboutMember(member, member.wireName),
    schema: memberSchema(member, owner, api.schemas(direction, outsideBody.header)),
  }));
