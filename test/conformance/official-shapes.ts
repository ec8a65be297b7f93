import { NormalizedSchema } from '@smithy/core/schema';
import type { Location } from '../../src/model/model.js';

/** Kinds of values, as coarse as both official models and pages can tell. */
export type OfficialKind =
  | 'string'
  | 'boolean'
  | 'number'
  | 'timestamp'
  | 'blob'
  | 'document'
  | 'list'
  | 'map'
  | 'structure';

export interface OfficialType {
  readonly kind: OfficialKind;
  /** Of a structure or union. */
  members(): readonly OfficialMember[];
  /** Of a list or map. */
  element(): OfficialType | undefined;
}

export interface OfficialMember {
  readonly name: string;
  /** The label, query key, header or JSON key. */
  readonly wire: string;
  readonly location: Location;
  /** Whether the client fills it with a unique token. */
  readonly token: boolean;
  readonly type: OfficialType;
}

export interface OfficialOperation {
  readonly method: string;
  readonly uri: string;
  readonly input: readonly OfficialMember[];
  readonly output: readonly OfficialMember[];
}

/** An operation of a version 3 client, from the schema that its package exports. */
export function readOperation3(schema: unknown): OfficialOperation {
  const parts: readonly unknown[] = Array.isArray(schema) ? schema : [];
  const { http } = Object(parts[3]) as { http?: readonly [string, string] };
  const [method = 'POST', uri = '/'] = http ?? [];
  return { method, uri, input: members3(normalised(parts[4])), output: members3(normalised(parts[5])) };
}

const normalised = (reference: unknown): NormalizedSchema =>
  NormalizedSchema.of((typeof reference === 'function' ? reference() : reference) as NormalizedSchema);

const members3 = (schema: NormalizedSchema): readonly OfficialMember[] =>
  schema.isStructSchema() ? [...schema.structIterator()].map(([name, member]) => member3(name, member)) : [];

function member3(name: string, member: NormalizedSchema): OfficialMember {
  const {
    httpLabel,
    httpQuery,
    httpQueryParams,
    httpHeader,
    httpPrefixHeaders,
    httpPayload,
    httpResponseCode,
    jsonName,
    idempotencyToken,
  } = member.getMergedTraits();
  const at: readonly (readonly [unknown, Location])[] = [
    [httpLabel && name, 'label'],
    [httpQuery ?? (httpQueryParams && ''), 'query'],
    [httpHeader, 'header'],
    [httpPrefixHeaders, 'prefixHeaders'],
    [httpPayload && name, 'payload'],
    [httpResponseCode && name, 'status'],
  ];
  const [wire, location] = at.find(([value]) => typeof value === 'string') ?? [
    jsonName ?? name,
    'body' as const,
  ];
  return { name, wire: String(wire), location, token: idempotencyToken !== undefined, type: type3(member) };
}

const type3 = (schema: NormalizedSchema): OfficialType => ({
  kind: kind3(schema),
  members: () => members3(schema),
  element: () => (schema.isListSchema() || schema.isMapSchema() ? type3(schema.getValueSchema()) : undefined),
});

function kind3(schema: NormalizedSchema): OfficialKind {
  const kinds: readonly (readonly [boolean, OfficialKind])[] = [
    [schema.isTimestampSchema(), 'timestamp'],
    [schema.isBlobSchema(), 'blob'],
    [schema.isBooleanSchema(), 'boolean'],
    [schema.isDocumentSchema(), 'document'],
    [schema.isNumericSchema() || schema.isBigIntegerSchema() || schema.isBigDecimalSchema(), 'number'],
    [schema.isListSchema(), 'list'],
    [schema.isMapSchema(), 'map'],
    [schema.isStructSchema(), 'structure'],
  ];
  return kinds.find(([is]) => is)?.[1] ?? 'string';
}

/** A shape of a version 2 client. */
export interface Shape2 {
  readonly type: string;
  readonly name?: string;
  readonly location?: string;
  readonly isIdempotent?: boolean;
  readonly payload?: string;
  readonly members?: { readonly [name: string]: Shape2 };
  readonly member?: Shape2;
  readonly value?: Shape2;
}

export interface Operation2 {
  readonly name: string;
  readonly httpMethod: string;
  readonly httpPath: string;
  readonly input: Shape2;
  readonly output: Shape2;
}

export const readOperation2 = ({ httpMethod, httpPath, input, output }: Operation2): OfficialOperation => ({
  method: httpMethod,
  uri: httpPath,
  input: members2(input),
  output: members2(output),
});

const members2 = ({ members = {}, payload }: Shape2): readonly OfficialMember[] =>
  Object.entries(members).map(([name, shape]) => ({
    name,
    wire: shape.name ?? name,
    location: name === payload ? 'payload' : (locations2[shape.location ?? ''] ?? 'body'),
    token: shape.isIdempotent ?? false,
    type: type2(shape),
  }));

const locations2: { readonly [location: string]: Location } = {
  uri: 'label',
  querystring: 'query',
  header: 'header',
  headers: 'prefixHeaders',
  statusCode: 'status',
};

const type2 = (shape: Shape2): OfficialType => ({
  kind: kinds2[shape.type] ?? 'string',
  members: () => members2(shape),
  element: () => {
    const inner = shape.type === 'list' ? shape.member : shape.type === 'map' ? shape.value : undefined;
    return inner && type2(inner);
  },
});

const kinds2: { readonly [type: string]: OfficialKind } = {
  boolean: 'boolean',
  integer: 'number',
  long: 'number',
  float: 'number',
  double: 'number',
  timestamp: 'timestamp',
  binary: 'blob',
  blob: 'blob',
  list: 'list',
  map: 'map',
  structure: 'structure',
};
