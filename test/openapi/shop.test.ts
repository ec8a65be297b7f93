import { describe, expect, it } from 'vitest';
import type { CollectionStyle } from '../../src/model/model.js';

import {
  bindHttp,
  error,
  fact,
  length,
  list,
  member,
  operation,
  type OperationParts,
  range,
  ref,
  response,
  scalar,
  string,
  structure,
  uses,
  values,
} from '../emitters/support/build.js';
import { format, oneOf, shop, special } from '../emitters/support/shop.js';
import { at, documentOf, fieldsOf, type Fields } from './documents.js';
import { lintErrors, schemaErrors } from './tools.js';

const get = { method: fact('GET'), uri: fact('/things') };

const documentWith = (parts: Parameters<typeof bindHttp>[0]): Fields =>
  documentOf(bindHttp({ title: fact('Shop'), ...parts }));

/** The document of one operation, and that operation. */
function only(parts: OperationParts, service: Parameters<typeof bindHttp>[0] = {}): Fields {
  const document = documentWith({ ...service, operations: [operation('Look', { http: get, ...parts })] });
  return fieldsOf(at(document, 'paths', '/things', 'get'));
}

/** Without where it is stated. */
const bare = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'x-source' ? undefined : inner)));

const document = documentOf(shop);
const schema = (name: string, ...keys: string[]): unknown =>
  bare(at(document, 'components', 'schemas', name, ...keys));

describe('the OpenAPI document of a service over plain HTTP', () => {
  it('is valid, and the linter finds no error', async () => {
    expect(await schemaErrors(document)).toEqual([]);
    expect(await lintErrors(document)).toEqual([]);
  });

  it('has servers with their variables', () => {
    expect(document['servers']).toEqual([
      {
        url: 'https://{town}.stalls.example/v1',
        variables: { town: { default: 'lund', enum: ['ghent', 'lund'] } },
      },
    ]);
  });

  it('has the body by each media type, with what is a file', () => {
    const body = { $ref: '#/components/schemas/AddStallRequestContent' };
    expect(bare(at(document, 'paths', '/stalls', 'post', 'requestBody'))).toEqual({
      required: true,
      content: {
        'multipart/form-data': {
          schema: body,
          encoding: { plan: { contentType: 'application/octet-stream' } },
        },
        'application/json': { schema: body },
      },
    });
    expect(schema('AddStallRequestContent', 'properties', 'plan')).toEqual({
      type: 'string',
      format: 'binary',
    });
  });

  it('has every response by its status', () => {
    const responses = fieldsOf(at(document, 'paths', '/stalls', 'post', 'responses'));
    expect(Object.keys(responses)).toEqual(['201', '202', '204']);
    const content = (status: string): unknown =>
      at(responses, status, 'content', 'application/json', 'schema');
    expect(content('201')).toEqual({ $ref: '#/components/schemas/Stall' });
    expect(content('202')).toEqual({ $ref: '#/components/schemas/AddStall202ResponseContent' });
    expect(at(responses, '204', 'content')).toBeUndefined();
    expect(schema('AddStall202ResponseContent', 'required')).toEqual(['ticket']);
  });

  it('has errors by status, with their codes', () => {
    const responses = at(document, 'paths', '/stalls', 'get', 'responses');
    expect(at(responses, '404', 'x-errors', 0)).toMatchObject({ name: '404', code: 10_003 });
    expect(at(responses, '404', 'content')).toBeUndefined();
  });

  it('says null, one-of, bits, names of numbers and who sets what', () => {
    expect(schema('Stall', 'properties', 'owner')).toEqual({
      anyOf: [{ $ref: '#/components/schemas/Keeper' }, { type: 'null' }],
    });
    expect(schema('Stall', 'properties', 'rows')).toEqual({
      type: 'array',
      items: { anyOf: [{ type: 'integer', minimum: 1 }, { type: 'string' }, { type: 'null' }] },
    });
    expect(schema('Stall', 'properties', 'flags')).toEqual({
      type: 'integer',
      'x-flags': [
        { value: 1, name: 'ROOFED' },
        { value: 4, name: 'GUARDED' },
      ],
    });
    expect(schema('Stall', 'properties', 'kind')).toEqual({
      type: 'integer',
      enum: [0, 2, 5],
      'x-enum-varnames': ['SEEDS', 'Young Plants', '5'],
      'x-enum-descriptions': ['Seeds alone.', '', ''],
    });
    expect(schema('Stall', 'properties', 'id')).toEqual({ type: 'string', format: 'uuid', readOnly: true });
    expect(schema('Stall', 'properties', 'key')).toEqual({ type: 'string', writeOnly: true });
    expect(schema('Keeper', 'properties', 'mail')).toMatchObject({ format: 'email', 'x-aliases': ['email'] });
  });
});

describe('a parameter of an OpenAPI document', () => {
  it.each([
    ['repeat', 'a', { style: 'form', explode: true }],
    ['brackets', 'a[]', { style: 'form', explode: true }],
    ['comma', 'a', { style: 'form', explode: false }],
    ['space', 'a', { style: 'spaceDelimited', explode: false }],
    ['pipe', 'a', { style: 'pipeDelimited', explode: false }],
    ['deepObject', 'a', { style: 'deepObject', explode: true }],
    ['indices', 'a', { 'x-style': 'indices' }],
    ['dots', 'a', { 'x-style': 'dots' }],
  ] as const)('writes a list as %s', (style, name, keywords) => {
    const input = [special('a', list(string()), { style: fact(style) }, 'query')];
    const [parameter] = [at(only({ input }), 'parameters', 0)];
    expect(parameter).toMatchObject({ name, in: 'query', ...keywords });
    expect(at(parameter, 'schema')).toEqual({ type: 'array', items: { type: 'string' } });
  });

  it('may be JSON in one value', () => {
    const input = [special('a', list(string()), { style: fact('json') }, 'query')];
    const parameter = fieldsOf(at(only({ input }), 'parameters', 0));
    expect(Object.keys(parameter)).not.toContain('schema');
    expect(parameter['content']).toEqual({
      'application/json': { schema: { type: 'array', items: { type: 'string' } } },
    });
  });

  it('may be a cookie, and has its limits and its default', () => {
    const input = [
      member('size', scalar('integer', range(1, 2 ** 40)), { location: 'query', default: 20 }),
      member('session', string(), { location: 'cookie', required: true }),
    ];
    expect(bare(at(only({ input }), 'parameters'))).toEqual([
      { name: 'size', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 2 ** 40, default: 20 } },
      { name: 'session', in: 'cookie', required: true, schema: { type: 'string' } },
    ]);
  });
});

describe('a form of an OpenAPI document', () => {
  it('says how its lists and objects are written', () => {
    const part = (name: string, style: CollectionStyle) =>
      special(name, list(string()), { style: fact(style) });
    const parts = {
      http: { ...get, method: fact('POST') },
      mediaTypes: fact(['application/x-www-form-urlencoded']),
      input: [part('a', 'comma'), part('b', 'json'), part('c', 'indices'), member('d', string())],
    };
    const document = documentWith({ operations: [operation('Look', parts)] });
    const body = at(document, 'paths', '/things', 'post', 'requestBody', 'content');
    expect(at(body, 'application/x-www-form-urlencoded', 'encoding')).toEqual({
      a: { style: 'form', explode: false },
      b: { contentType: 'application/json' },
      c: { 'x-style': 'indices' },
    });
  });
});

describe('what OpenAPI has a word for', () => {
  it('is whether callers show who they are', () => {
    const auth = [
      {
        name: 'token',
        scheme: 'bearer',
        options: {},
        description: 'Ask the **desk** for one.',
        known: 'stated',
        source: fact('').source,
      },
    ] as const;
    const operations = [
      operation('Look', { http: get, auth: fact([]) }),
      operation('Buy', { http: { ...get, method: fact('POST') }, auth: fact(['token']) }),
    ];
    const document = documentWith({ auth, operations });
    const { paths } = document;
    expect(at(document, 'security')).toEqual([{ token: [] }]);
    expect(at(document, 'components', 'securitySchemes', 'token')).toEqual({
      type: 'http',
      scheme: 'bearer',
      description: 'Ask the **desk** for one.',
    });
    expect(at(paths, '/things', 'get', 'security')).toEqual([]);
    expect(at(paths, '/things', 'post', 'security')).toEqual([{ token: [] }]);
  });

  it('is which of several structures a value is', () => {
    const tree = structure('Tree', [member('kind', string(values('tree', 'bush')))]);
    const herb = structure('Herb', [member('kind', string(values('herb')))]);
    const body = member('body', oneOf([ref('Tree'), ref('Herb')], 'kind'), { location: 'payload' });
    expect(
      at(
        only({ output: [body] }, { shapes: [tree, herb] }),
        'responses',
        '200',
        'content',
        'application/json',
        'schema',
      ),
    ).toEqual({
      oneOf: [{ $ref: '#/components/schemas/Tree' }, { $ref: '#/components/schemas/Herb' }],
      discriminator: {
        propertyName: 'kind',
        mapping: {
          tree: '#/components/schemas/Tree',
          bush: '#/components/schemas/Tree',
          herb: '#/components/schemas/Herb',
        },
      },
    });
  });

  it('is a structure that stands where it is used, where it holds no other', () => {
    const inner = structure('LookInputSize', [member('width', scalar('integer'), { required: true })], {
      inline: true,
    });
    const outer = structure('LookInputPot', [member('size', ref('LookInputSize'))], { inline: true });
    const built = documentWith({
      operations: [
        operation('Look', {
          http: { ...get, method: fact('POST') },
          input: [member('pot', ref('LookInputPot'))],
        }),
      ],
      shapes: [inner, outer],
    });
    expect(Object.keys(fieldsOf(at(built, 'components', 'schemas'))).sort()).toEqual([
      'LookInputPot',
      'LookRequestContent',
    ]);
    expect(bare(at(built, 'components', 'schemas', 'LookInputPot', 'properties', 'size'))).toEqual({
      type: 'object',
      properties: { width: { type: 'integer' } },
      required: ['width'],
    });
  });

  it('are the values and formats of responses, as pages state them', () => {
    const output = [member('state', string(values('on', 'off'))), member('at', format('date'))];
    const built = documentWith({ operations: [operation('Look', { http: get, output })] });
    expect(bare(at(built, 'components', 'schemas', 'LookResponseContent', 'properties'))).toEqual({
      state: { type: 'string', enum: ['on', 'off'] },
      at: { type: 'string', format: 'date' },
    });
  });

  it('is what pages say of a member beside a reference, for readers that look no further', () => {
    const pot = structure('Pot', [member('name', string(length(0, 9)))]);
    const output = [member('old', ref('Pot'), { deprecated: 'Gone.' }), member('pot', ref('Pot'))];
    const schemas = at(
      documentWith({ operations: [operation('Look', { http: get, output })], shapes: [pot] }),
      'components',
      'schemas',
    );
    expect(bare(at(schemas, 'LookResponseContent', 'properties'))).toEqual({
      old: { allOf: [{ $ref: '#/components/schemas/Pot' }], deprecated: true, 'x-deprecated': 'Gone.' },
      pot: { $ref: '#/components/schemas/Pot' },
    });
    expect(bare(at(schemas, 'Pot', 'properties', 'name'))).toEqual({
      type: 'string',
      minLength: 0,
      maxLength: 9,
    });
  });

  it('is any status, where no page says which one an error has', () => {
    const broken = { name: 'Broken', members: [], known: 'stated', source: fact('').source } as const;
    const responses = only(
      { errors: uses('Broken', 'Missing'), responses: [response(200, [])] },
      { errors: [broken, error('Missing', 404, [member('reason', string())])] },
    )['responses'];
    expect(Object.keys(fieldsOf(responses)).sort()).toEqual(['200', '404', 'default']);
    expect(at(responses, '404', 'content', 'application/json', 'schema')).toEqual({
      $ref: '#/components/schemas/MissingResponseContent',
    });
  });
});
