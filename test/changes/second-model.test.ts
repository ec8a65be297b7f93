import { describe, expect, it } from 'vitest';
import { secondModelRules } from '../../src/changes/rules-model-2.js';
import type { AuthDescription, Member, Operation, Server, Service, Shape } from '../../src/model/model.js';
import type { Type } from '../../src/model/types.js';
import {
  error,
  fact,
  list,
  member,
  operation,
  ref,
  response,
  scalar,
  service,
  string,
  structure,
  values,
} from '../emitters/support/build.js';
import { format, named, nullable, oneOf, special } from '../emitters/support/shop.js';
import { changesTo } from './sample.js';

const known = { known: 'stated', source: fact('').source } as const;

interface Parts {
  readonly input?: Type;
  readonly output?: Type;
  readonly mark?: Partial<Member>;
  readonly operation?: Partial<Operation>;
  readonly service?: Partial<Service>;
  readonly shapes?: readonly Shape[];
}

/** A service with one operation: it takes `it` and gives `it`. */
function shop({ input, output, mark = {}, shapes = [], ...parts }: Parts): Service {
  const one = operation('Try', {
    input: input ? [special('it', input, mark)] : [],
    output: output ? [special('it', output, mark)] : [],
    ...parts.operation,
  });
  return service({ ecosystem: 'http', traits: {}, operations: [one], shapes, ...parts.service });
}

const change = (before: Parts, after: Parts): readonly string[] => changesTo(shop(after), shop(before));

const auth = (name: string, scheme = 'bearer'): AuthDescription => ({ name, scheme, options: {}, ...known });
const server = (url: string, variables?: Server['variables']): Server => ({
  url,
  ...(variables && { variables }),
  ...known,
});
const kinds = (details: Parameters<typeof named>[1], name = 'Kind') =>
  scalar('integer', named(name, details));
const bits = (flags?: true) => scalar('integer', named('Bits', { 1: {}, 2: {} }, flags));
const trees = oneOf([ref('Tree'), ref('Herb')], 'kind');
const shapes = [structure('Tree', [member('kind', string())]), structure('Herb', [member('kind', string())])];

/** What is done to the model, and what the table says of it, read off by hand. */
const table: readonly (readonly [string, Parts, Parts, readonly string[]])[] = [
  [
    'input may be null',
    { input: string() },
    { input: nullable(string()) },
    ['input-nullable-added Try.input.it.nullable: none minor major'],
  ],
  [
    'input may not be null',
    { input: list(nullable(string())) },
    { input: list(string()) },
    ['input-nullable-removed Try.input.it.element.nullable: major major minor'],
  ],
  [
    'output may be null',
    { output: string() },
    { output: nullable(string()) },
    ['output-nullable-added Try.output.it.nullable: warn major none'],
  ],
  [
    'output may not be null',
    { output: nullable(string()) },
    { output: string() },
    ['output-nullable-removed Try.output.it.nullable: none minor major'],
  ],
  [
    'format of the input added',
    { input: string() },
    { input: format('uuid') },
    ['input-format-added Try.input.it.format: major none minor'],
  ],
  [
    'format of the input changed',
    { input: format('date') },
    { input: format('date-time') },
    ['input-format-changed Try.input.it.format: major none minor'],
  ],
  [
    'format of the input removed',
    { input: format('date') },
    { input: string() },
    ['input-format-removed Try.input.it.format: none none minor'],
  ],
  [
    'format of the output added',
    { output: string() },
    { output: format('uri') },
    ['output-format-added Try.output.it.format: none none minor'],
  ],
  [
    'format of the output removed',
    { output: format('uri') },
    { output: string() },
    ['output-format-changed Try.output.it.format: warn none minor'],
  ],
  [
    'type stated',
    { input: scalar('unknown') },
    { input: string() },
    ['type-stated Try.input.it.type: warn major warn'],
  ],
  [
    'input of one more type',
    { input: string() },
    { input: oneOf([string(), scalar('long')]) },
    ['input-variant-added Try.input.it.type: none minor major'],
  ],
  [
    'input of one type less',
    { input: oneOf([string(), scalar('long'), scalar('boolean')]) },
    { input: oneOf([scalar('long'), string()]) },
    ['input-variant-removed Try.input.it.type: major major minor'],
  ],
  [
    'output of one more type',
    { output: string() },
    { output: oneOf([string(), scalar('long')]) },
    ['output-variant-added Try.output.it.type: major major minor'],
  ],
  [
    'output of one type less',
    { output: oneOf([string(), scalar('long')]) },
    { output: string() },
    ['output-variant-removed Try.output.it.type: none major major'],
  ],
  [
    'no type left',
    { input: oneOf([string(), scalar('long')]) },
    { input: scalar('boolean') },
    ['type-changed Try.input.it.type: major major major'],
  ],
  [
    'within one of the types',
    { input: oneOf([scalar('long'), string(values('a'))]) },
    { input: oneOf([scalar('long'), string(values('a', 'b'))]) },
    ['input-value-added Try.input.it.2.values: none minor major'],
  ],
  [
    'another discriminator',
    { output: trees, shapes },
    { output: { ...trees, discriminator: fact('type') } as Type, shapes },
    ['discriminator-changed Try.output.it.discriminator: major none none'],
  ],
  [
    'values became bits',
    { input: bits() },
    { input: bits(true) },
    ['flags-added Try.input.it.values: none major major'],
  ],
  [
    'values are no longer bits',
    { input: bits(true) },
    { input: bits() },
    ['flags-removed Try.input.it.values: major major minor'],
  ],
  [
    'a value has another name',
    { input: kinds({ 0: { name: 'A' }, 1: { name: 'B' } }) },
    { input: kinds({ 0: { name: 'A' }, 1: { name: 'C' } }) },
    ['value-renamed Try.input.it.values.1.name: none major major'],
  ],
  [
    'values have another name',
    { input: kinds({ 0: {} }) },
    { input: kinds({ 0: {} }, 'Sort') },
    ['values-renamed Try.input.it.values.name: none major major'],
  ],
  [
    'a value is described otherwise',
    { input: kinds({ 0: { description: 'None.' } }) },
    { input: kinds({ 0: { description: 'Nothing at all.' } }) },
    ['wording Try.input.it.values.0.description: none patch none'],
  ],
  [
    'only the service sets it',
    { input: string() },
    { input: string(), mark: { readOnly: fact(true) } },
    ['read-only-added Try.input.it.readOnly: minor major major'],
  ],
  [
    'callers may set it',
    { input: string(), mark: { readOnly: fact(true) } },
    { input: string() },
    ['read-only-lifted Try.input.it.readOnly: minor minor minor'],
  ],
  [
    'callers have to set it',
    { input: string(), mark: { readOnly: fact(true), required: fact(true) } },
    { input: string(), mark: { required: fact(true) } },
    ['required-input-added Try.input.it.readOnly: major major minor'],
  ],
  [
    'an output that only the service sets, as ever',
    { output: string() },
    { output: string(), mark: { readOnly: fact(true) } },
    ['wording Try.output.it.readOnly: none patch none'],
  ],
  [
    'no longer given back',
    { output: string() },
    { output: string(), mark: { writeOnly: fact(true) } },
    ['write-only-added Try.output.it.writeOnly: warn major minor'],
  ],
  [
    'given back',
    { output: string(), mark: { writeOnly: fact(true) } },
    { output: string() },
    ['write-only-lifted Try.output.it.writeOnly: minor minor minor'],
  ],
  [
    'another name added',
    { input: string() },
    { input: string(), mark: { aliases: ['that'] } },
    ['alias-added Try.input.it.aliases: minor patch minor'],
  ],
  [
    'another name removed',
    { input: string(), mark: { aliases: ['that'] } },
    { input: string() },
    ['alias-removed Try.input.it.aliases: major patch none'],
  ],
  [
    'renamed, and still known by the old name',
    { input: string() },
    { input: string(), mark: { name: 'that', wireName: 'that', aliases: ['it'] } },
    ['member-renamed-with-alias Try.input.that: none major major'],
  ],
  [
    'lists written otherwise',
    { input: list(string()), mark: { style: fact('comma') } },
    { input: list(string()), mark: { style: fact('repeat') } },
    ['style-changed Try.input.it.style: major none none'],
  ],
  [
    'media type of requests added',
    { operation: { mediaTypes: fact(['a/b']) } },
    { operation: { mediaTypes: fact(['c/d', 'a/b']) } },
    ['request-media-added Try.mediaTypes: minor none minor'],
  ],
  [
    'media type of requests removed',
    { operation: { mediaTypes: fact(['a/b', 'c/d']) } },
    { operation: { mediaTypes: fact(['c/d']) } },
    ['request-media-removed Try.mediaTypes: major none minor'],
  ],
  [
    'media types in another order',
    { operation: { mediaTypes: fact(['a/b', 'c/d']) } },
    { operation: { mediaTypes: fact(['c/d', 'a/b']) } },
    [],
  ],
  [
    'media type of a response changed',
    { operation: { responses: [response(200, [], 'a/b')] } },
    { operation: { responses: [response(200, [], 'c/d')] } },
    ['response-media-changed Try.output.mediaType: major none none'],
  ],
  [
    'media type stated',
    { operation: { responses: [response(200, []), response(202, [])] } },
    { operation: { mediaTypes: fact(['a/b']), responses: [response(200, []), response(202, [], 'a/b')] } },
    [
      'media-type-stated Try.mediaTypes: warn none none',
      'media-type-stated Try.responses.202.mediaType: warn none none',
    ],
  ],
  [
    'response added',
    { operation: { responses: [response(200, [])] } },
    { operation: { responses: [response(200, []), response(202, [])] } },
    ['response-added Try.responses.202: minor major minor'],
  ],
  [
    'first way to show who calls',
    {},
    { service: { auth: [auth('a')] } },
    ['auth-changed service.auth: major major major'],
  ],
  [
    'one more way',
    { service: { auth: [auth('a')] } },
    { service: { auth: [auth('a'), auth('b')] } },
    ['auth-added service.auth.b: minor minor minor'],
  ],
  [
    'one way less',
    { service: { auth: [auth('a'), auth('b')] } },
    { service: { auth: [auth('b')] } },
    ['auth-removed service.auth.a: major major major'],
  ],
  [
    'the same way otherwise',
    { service: { auth: [auth('a')] } },
    { service: { auth: [auth('a', 'basic')] } },
    ['auth-changed service.auth.a: major major major'],
  ],
  [
    'an operation that anybody may call',
    { service: { auth: [auth('a')] } },
    { service: { auth: [auth('a')] }, operation: { auth: fact([]) } },
    ['operation-auth-relaxed Try.auth: none none minor'],
  ],
  [
    'an operation that not anybody may call',
    { service: { auth: [auth('a'), auth('b')] } },
    { service: { auth: [auth('a'), auth('b')] }, operation: { auth: fact(['b']) } },
    ['operation-auth-tightened Try.auth: major none major'],
  ],
  [
    'an operation of which a page says what all have',
    { service: { auth: [auth('a')] } },
    { service: { auth: [auth('a')] }, operation: { auth: fact(['a']) } },
    [],
  ],
  [
    'another usual server',
    { service: { servers: [server('https://a.example')] } },
    { service: { servers: [server('https://b.example'), server('https://a.example')] } },
    ['endpoint-changed service.servers: major none none'],
  ],
  [
    'a server more',
    { service: { servers: [server('https://a.example')] } },
    { service: { servers: [server('https://a.example'), server('https://b.example')] } },
    ['server-added service.servers.https://b.example: minor minor none'],
  ],
  [
    'a server less',
    { service: { servers: [server('https://a.example'), server('https://b.example')] } },
    { service: { servers: [server('https://a.example')] } },
    ['server-removed service.servers.https://b.example: major minor none'],
  ],
  [
    'a variable of a server',
    { service: { servers: [server('https://{a}', { a: { default: 'x' } })] } },
    { service: { servers: [server('https://{a}', { a: { default: 'y', description: 'Why.' } })] } },
    ['server-variable-changed service.servers.https://{a}.a: warn warn none'],
  ],
  [
    'the code of an error',
    { service: { errors: [{ ...error('Gone', 404), code: fact(1) }] } },
    { service: { errors: [{ ...error('Gone', 404), code: fact(2) }] } },
    ['error-code-changed Gone.code: major minor major'],
  ],
];

describe('changes of what only the second model says', () => {
  it.each(table)('%s', (_, before, after, expected) => {
    expect(change(before, after)).toEqual(expected);
  });

  it('are all judged here', () => {
    const seen = new Set(table.flatMap(([, , , expected]) => expected.map((line) => line.split(' ')[0])));
    expect(Object.keys(secondModelRules).filter((id) => !seen.has(id))).toEqual([]);
  });

  it('are none where nothing changed', () => {
    for (const [, before, after] of table) {
      expect(change(before, before)).toEqual([]);
      expect(change(after, after)).toEqual([]);
    }
  });
});
