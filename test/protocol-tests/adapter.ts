import type { AwsServiceSchema } from '../../src/ecosystems/aws/runtime/service.js';
import {
  awsJson1_0Client,
  awsJson1_1Client,
} from '../../src/ecosystems/aws/runtime/protocols/aws-json/client.js';
import {
  awsJson1_0Server,
  awsJson1_1Server,
} from '../../src/ecosystems/aws/runtime/protocols/aws-json/server.js';
import { restJson1Client } from '../../src/ecosystems/aws/runtime/protocols/rest-json/client.js';
import { restJson1Server } from '../../src/ecosystems/aws/runtime/protocols/rest-json/server.js';
import type {
  ErrorSchema,
  MemberSchema,
  OperationSchema,
  Schema,
  StructureSchema,
} from '../../src/runtime/schema/schema.js';
import type { ClientProtocol, ServerProtocol } from '../../src/runtime/messages.js';
import type { Entry, Shape, ShapeRef, Suite } from './suites.js';

/** A case in the runtime's own terms. */
export interface Adapted {
  readonly service: AwsServiceSchema;
  readonly client: ClientProtocol;
  readonly server: ServerProtocol;
  readonly operation: OperationSchema;
}

const formats = { iso8601: 'dateTime', rfc822: 'httpDate', unixTimestamp: 'epochSeconds' } as const;
const places = {
  uri: 'label',
  querystring: 'query',
  header: 'header',
  headers: 'prefixHeaders',
  statusCode: 'status',
} as const;
const empty: StructureSchema = { kind: 'structure', members: {} };

export function adapt({ suite, test }: Entry): Adapted {
  const { http, input, output, errors = [], endpoint, name } = test.given;
  const rest = suite.metadata.protocol === 'rest-json';
  const structure = (ref: ShapeRef | undefined): StructureSchema =>
    ref ? topStructure(suite, ref.shape, rest) : empty;
  return {
    ...protocolsOf(suite),
    service: {
      id: 'test',
      apiVersion: suite.metadata.apiVersion,
      endpointPrefix: 'test',
      signingName: 'test',
      ...(suite.metadata.targetPrefix && { targetPrefix: suite.metadata.targetPrefix }),
    },
    operation: {
      name,
      method: http.method,
      uri: http.requestUri,
      status: http.responseCode ?? 200,
      input: structure(input),
      output: structure(output),
      errors: errors.map((ref) => errorSchema(suite, ref.shape, structure(ref))),
      ...(endpoint && { hostPrefix: endpoint.hostPrefix }),
    },
  };
}

function protocolsOf({ metadata }: Suite): { client: ClientProtocol; server: ServerProtocol } {
  if (metadata.protocol === 'rest-json') return { client: restJson1Client, server: restJson1Server };
  return metadata.jsonVersion === '1.0'
    ? { client: awsJson1_0Client, server: awsJson1_0Server }
    : { client: awsJson1_1Client, server: awsJson1_1Server };
}

function errorSchema(suite: Suite, name: string, members: StructureSchema): ErrorSchema {
  const { error, fault } = shapeOf(suite, name);
  return { name, status: error?.httpStatusCode ?? (fault ? 500 : 400), members };
}

function shapeOf(suite: Suite, name: string): Shape {
  const shape = suite.shapes[name];
  if (!shape) throw new Error(`No shape ${name}`);
  return shape;
}

/** Only the members of an input, output or error travel elsewhere than in the body. */
function topStructure(suite: Suite, name: string, rest: boolean): StructureSchema {
  const shape = shapeOf(suite, name);
  const members: { [name: string]: MemberSchema } = {};
  for (const [key, ref] of Object.entries(shape.members ?? {})) {
    const at = rest ? placeOf(shape, key, ref) : undefined;
    members[key] = { ...memberSchema(suite, ref), ...(at && { at }), ...mediaTypeOf(ref, at) };
  }
  return { kind: shape.union ? 'union' : 'structure', members };
}

function placeOf(shape: Shape, key: string, ref: ShapeRef): MemberSchema['at'] {
  return ref.location ? places[ref.location] : shape.payload === key ? 'payload' : undefined;
}

/** Of media types, the suites carry only JSON in headers. */
function mediaTypeOf({ jsonvalue }: ShapeRef, at: MemberSchema['at']): { mediaType?: string } {
  return at === 'header' && jsonvalue ? { mediaType: 'application/json' } : {};
}

function memberSchema(suite: Suite, ref: ShapeRef): MemberSchema {
  return {
    schema: schemaOf(suite, ref.shape),
    ...(ref.locationName !== undefined && { wire: ref.locationName }),
    ...(ref.idempotencyToken && { idempotencyToken: true }),
  };
}

function schemaOf(suite: Suite, name: string): MemberSchema['schema'] {
  const shape = shapeOf(suite, name);
  const sparse = /^sparse/i.test(name) && { sparse: true as const };
  if (shape.document) return 'document';
  if (shape.member) return { kind: 'list', element: schemaOf(suite, shape.member.shape), ...sparse };
  if (shape.value) return { kind: 'map', value: schemaOf(suite, shape.value.shape), ...sparse };
  if (shape.type === 'structure') return () => sameStructure(suite, shape, name);
  if (shape.type === 'timestamp') {
    return shape.timestampFormat
      ? { kind: 'timestamp', format: formats[shape.timestampFormat] }
      : 'timestamp';
  }
  return scalar(shape.type);
}

function scalar(type: string): Schema {
  if (type === 'string' || type === 'boolean' || type === 'integer' || type === 'long') return type;
  if (type === 'float' || type === 'double' || type === 'blob') return type;
  throw new Error(`No scalar ${type}`);
}

const structures = new WeakMap<Shape, StructureSchema>();

/** A shape has one schema, as in what is emitted: the runtime keeps by it what it makes of it. */
function sameStructure(suite: Suite, shape: Shape, name: string): StructureSchema {
  const schema = structures.get(shape) ?? nestedStructure(suite, name);
  structures.set(shape, schema);
  return schema;
}

function nestedStructure(suite: Suite, name: string): StructureSchema {
  const shape = shapeOf(suite, name);
  const members = Object.entries(shape.members ?? {}).map(
    ([key, ref]) => [key, memberSchema(suite, ref)] as const,
  );
  return { kind: shape.union ? 'union' : 'structure', members: Object.fromEntries(members) };
}

/** A value of the suites as a value of the language: numbers become `Date`, texts become bytes or numbers. */
export function toValue(suite: Suite, ref: ShapeRef | undefined, value: unknown): unknown {
  if (!ref || value === null || value === undefined) return value;
  const shape = shapeOf(suite, ref.shape);
  if (shape.document) return value;
  if (shape.member && Array.isArray(value)) return value.map((item) => toValue(suite, shape.member, item));
  if (typeof value === 'object') {
    const inner = (key: string): ShapeRef | undefined => shape.value ?? shape.members?.[key];
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, toValue(suite, inner(key), item)]),
    );
  }
  return toScalar(shape.type, value);
}

function toScalar(type: string, value: unknown): unknown {
  if (type === 'timestamp') return new Date(Math.round(Number(value) * 1000));
  if (type === 'blob') return new Uint8Array(Buffer.from(String(value)));
  return type === 'float' || type === 'double' ? Number(value) : value;
}
