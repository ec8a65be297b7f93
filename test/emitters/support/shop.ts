import type { Operation } from '../../../src/model/model.js';
import type { StringFormat, Type, ValueDetails, ValuesConstraint } from '../../../src/model/types.js';
import { type Location, type Member } from '../../../src/model/model.js';
import {
  bindHttp,
  error,
  fact,
  list,
  member,
  operation,
  range,
  ref,
  response,
  scalar,
  string,
  structure,
  uses,
} from './build.js';

/** An invented shop over plain HTTP, which has what only the second model can say. */

const source = fact('').source;
const known = { known: 'stated', source } as const;

export const nullable = <T extends Type>(type: T): T => ({ ...type, nullable: fact(true) });
export const format = (is: StringFormat): Type => ({
  kind: 'string',
  constraints: [],
  format: fact(is),
  ...known,
});
export const oneOf = (variants: readonly Type[], discriminator?: string): Type => ({
  kind: 'oneOf',
  variants,
  constraints: [],
  ...(discriminator !== undefined && { discriminator: fact(discriminator) }),
  ...known,
});

export const named = (
  name: string,
  details: { readonly [value: string]: ValueDetails },
  flags?: true,
): ValuesConstraint => ({
  kind: 'values',
  name,
  values: Object.keys(details).map(Number),
  details,
  ...(flags && { flags }),
  ...known,
});

/** A member with what `build.ts` has no options for. */
export const special = (
  name: string,
  type: Type,
  parts: Partial<Member>,
  location: Location = 'body',
): Member => ({
  ...member(name, type, { location }),
  ...parts,
});

const kinds = named('StallKind', {
  0: { name: 'SEEDS', description: 'Seeds alone.' },
  2: { name: 'Young Plants' },
  5: {},
});
const bits = named('StallFlags', { 1: { name: 'ROOFED' }, 4: { name: 'GUARDED' } }, true);

const stall = structure('Stall', [
  special('id', format('uuid'), { readOnly: fact(true), required: fact(true) }),
  special('key', string(), { writeOnly: fact(true) }),
  member('kind', scalar('integer', kinds), { required: true }),
  member('flags', scalar('integer', bits)),
  member('owner', nullable(ref('Keeper')), { required: true }),
  member('rows', list(nullable(oneOf([scalar('integer', range(1)), string()])))),
]);
const keeper = structure('Keeper', [
  member('name', string()),
  special('mail', format('email'), { aliases: ['email'] }),
]);

const get = (uri: string) => ({ method: fact('GET'), uri: fact(uri) });
const post = (uri: string) => ({ method: fact('POST'), uri: fact(uri) });

export const operations: readonly Operation[] = [
  operation('listStalls', {
    http: get('/stalls'),
    input: [
      special('kinds', list(scalar('integer', kinds)), { style: fact('comma') }, 'query'),
      member('session', string(), { location: 'cookie' }),
    ],
    output: [member('body', list(ref('Stall')), { location: 'payload', required: true })],
    errors: uses('404'),
  }),
  operation('addStall', {
    http: post('/stalls'),
    input: [member('stall', ref('Stall'), { required: true }), member('plan', scalar('file'))],
    mediaTypes: fact(['multipart/form-data', 'application/json']),
    responses: [
      response(201, [member('body', ref('Stall'), { location: 'payload', required: true })]),
      response(202, [member('ticket', string(), { required: true })]),
      response(204, []),
    ],
  }),
  operation('closeStall', {
    http: post('/stalls/{id}/close'),
    input: [member('id', string(), { location: 'label', required: true })],
    status: 204,
  }),
];

export const shop = bindHttp({
  id: 'shop',
  title: fact('Stall Shop'),
  servers: [
    {
      url: 'https://{town}.stalls.example/v1',
      variables: { town: { values: ['ghent', 'lund'], default: 'lund' } },
      ...known,
    },
  ],
  operations,
  shapes: [stall, keeper],
  errors: [{ ...error('404', 404), code: fact(10_003) }],
});
