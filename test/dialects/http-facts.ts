import type { Member, Operation, Service } from '../../src/model/model.js';
import type { Type } from '../../src/model/types.js';

/** A type in one line, with what it must satisfy. */
export function typeText(type: Type): string {
  const limits = type.constraints.map((one) => {
    if (one.kind === 'values') return `${one.flags ? 'flags' : 'of'} ${one.values.join(' ')}`;
    return one.kind === 'pattern'
      ? `like ${one.pattern}`
      : `${one.kind} ${String(one.min ?? '')}..${String(one.max ?? '')}`;
  });
  const format = type.kind !== 'timestamp' && 'format' in type && type.format ? `:${type.format.value}` : '';
  return [
    bareText(type) + format,
    ...(type.nullable ? ['or null'] : []),
    ...limits,
    ...(type.known === 'stated' ? [] : [`(${type.known})`]),
  ].join(' ');
}

function bareText(type: Type): string {
  switch (type.kind) {
    case 'list':
      return `list<${typeText(type.element)}>`;
    case 'map':
      return `map<${typeText(type.value)}>`;
    case 'reference':
      return type.target;
    case 'oneOf':
      return type.variants.map(typeText).join(' | ');
    default:
      return type.kind;
  }
}

/** A member in one line. */
export function memberText({ location, required, type, default: usual, deprecated }: Member): string {
  const said = required === undefined ? '' : required.value ? ', required' : ', optional';
  return `${location.value} ${typeText(type)}${said}${usual ? `, default ${JSON.stringify(usual.value)}` : ''}${deprecated ? ', deprecated' : ''}`;
}

/** Members by name, a line each. */
export const membersText = (members: readonly Member[]) =>
  Object.fromEntries(members.map((member) => [member.name, memberText(member)]));

const requestText = ({ http, traits }: Operation): string => {
  if (http)
    return `${http.method.value} ${http.uri.value}${http.method.known === 'stated' ? '' : ` (${http.method.known})`}`;
  const params = traits?.['json-rpc']?.['params'];
  return params ? `by ${String(params.value)} (${params.known})` : '';
};

const operationText = (operation: Operation) => ({
  request: requestText(operation),
  ...messageText(operation),
});

const messageText = ({ auth, input, responses, errors, mediaTypes }: Operation) => ({
  ...(auth && { auth: auth.value }),
  ...(mediaTypes && { sends: mediaTypes.value.join(', ') }),
  ...(input.length > 0 && { input: membersText(input) }),
  responses: Object.fromEntries(responses.map(({ status, members }) => [status.value, membersText(members)])),
  ...(errors.length > 0 && { errors: errors.map(({ name }) => name) }),
});

/** A service, short enough for people to check against its pages. */
export const serviceText = ({ operations, shapes, servers, auth, protocol, traits, errors }: Service) => ({
  ...(protocol && { protocol: `${protocol.value} ${String(traits?.['http']?.['rpc']?.value)}` }),
  ...(protocol && { codes: Object.fromEntries(errors.map(({ name, code }) => [name, code?.value])) }),
  ...(servers.length > 0 && { servers: servers.map(({ url }) => url) }),
  ...(auth.length > 0 && { auth: auth.map(({ name, options }) => ({ name, ...options })) }),
  operations: Object.fromEntries(operations.map((operation) => [operation.name, operationText(operation)])),
  ...(shapes.length > 0 && {
    shapes: Object.fromEntries(shapes.map(({ name, members }) => [name, membersText(members)])),
  }),
});
