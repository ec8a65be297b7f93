import { successOf } from '../../src/model/walk.js';
import type { ErrorShape, Member, Service } from '../../src/model/model.js';
import type { Type } from '../../src/model/types.js';
import type { Fields, World } from '../wire/arbitraries.js';
import type { CannedResponse } from './messages.js';

const isRest = ({ protocol }: Service): boolean => protocol?.value.startsWith('rest') ?? false;

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/**
 * A response as a service would write it, by a writer of its own: what the runtime writes is compared with it. `padded`
 * adds nulls for absent members and a member that no page knows.
 */
export function successResponse(
  service: Service,
  world: World,
  members: readonly Member[],
  output: Fields,
  padded: boolean,
): CannedResponse {
  const headers: { [name: string]: string } = { 'x-amzn-requestid': 'canned' };
  const travels = (member: Member): string => (isRest(service) ? member.location.value : 'body');
  const given = members.filter((member) => output[world.key(member)] !== undefined);
  for (const member of given.filter((each) => travels(each) === 'header')) {
    headers[member.wireName.toLowerCase()] = headerText(member.type, output[world.key(member)]);
  }
  const status = given.find((member) => travels(member) === 'status');
  const payload = members.find((member) => travels(member) === 'payload');
  const body = members.filter((member) => travels(member) === 'body');
  headers['content-type'] = isRest(service) ? 'application/json' : 'application/x-amz-json-1.1';
  return {
    status: status ? Number(output[world.key(status)]) : successStatus(service, members),
    headers,
    body: payload
      ? payloadBytes(payload, output, world)
      : encode(document(body, output, world, padded && members.length > 0)),
  };
}

/** The status of an operation with these output members. */
const successStatus = ({ operations }: Service, members: readonly Member[]): number =>
  operations.map(successOf).find((response) => response.members === members)?.status.value ?? 200;

function payloadBytes(member: Member, output: Fields, world: World): Uint8Array {
  const value = output[world.key(member)];
  if (value instanceof Uint8Array) return value;
  if (value === undefined) return new Uint8Array();
  return typeof value === 'string'
    ? new TextEncoder().encode(value)
    : encode(json(member.type, value, world));
}

function document(members: readonly Member[], value: Fields, world: World, padded: boolean): Fields {
  const result: Fields = padded ? { AddedTomorrow: { Deep: [1, null] } } : {};
  for (const member of members) {
    const item = value[world.key(member)];
    if (item !== undefined) result[member.wireName] = json(member.type, item, world);
    else if (padded) result[member.wireName] = null;
  }
  return result;
}

function json(type: Type, value: unknown, world: World): unknown {
  switch (type.kind) {
    case 'timestamp':
      return timestamp(type.format?.value ?? 'epochSeconds', value);
    case 'blob':
      return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
    case 'list':
      return Array.isArray(value) ? value.map((item: unknown) => json(type.element, item, world)) : value;
    case 'map':
      return Object.fromEntries(
        Object.entries(Object(value)).map(([key, item]) => [key, json(type.value, item, world)]),
      );
    case 'reference':
      return document(world.shapes.get(type.target)?.members ?? [], Object(value) as Fields, world, false);
    default:
      return value;
  }
}

function timestamp(format: string, value: unknown): unknown {
  if (!(value instanceof Date)) return value;
  if (format === 'epochSeconds') return value.getTime() / 1000;
  return format === 'dateTime' ? value.toISOString() : value.toUTCString();
}

function headerText(type: Type, value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(',');
  return String(type.kind === 'timestamp' ? timestamp(type.format?.value ?? 'httpDate', value) : value);
}

/** An error response in the forms that services use: a namespace before the name, or a URI after it. */
export function errorResponse(
  service: Service,
  world: World,
  error: ErrorShape,
  members: Fields,
): CannedResponse {
  const body = document(error.members, members, world, false);
  const named = error.members.find(({ name }) => /^message$/i.test(name))?.wireName ?? 'message';
  const rest = isRest(service);
  return {
    status: error.status?.value ?? 400,
    headers: {
      'content-type': rest ? 'application/json' : 'application/x-amz-json-1.1',
      ...(rest && { 'x-amzn-errortype': `${error.name}:http://internal.example.com/coral/` }),
    },
    body: encode({
      ...body,
      [named]: 'What went wrong.',
      ...(!rest && { __type: `com.example.internal#${error.name}` }),
    }),
  };
}
