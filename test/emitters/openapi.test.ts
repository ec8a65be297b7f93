import { describe, expect, it } from 'vitest';
import type { Service } from '../../src/model/model.js';
import { bindService } from '../../src/ecosystems/bind-service.js';
import {
  at,
  documentOf,
  type Fields,
  fieldsOf,
  listOf,
  operationsOf,
  resolved,
} from '../openapi/documents.js';
import { lintErrors, schemaErrors } from '../openapi/tools.js';
import {
  bind,
  error,
  fact,
  type OperationParts,
  length,
  list,
  map,
  member,
  operation,
  pattern,
  ref,
  scalar,
  service,
  string,
  structure,
  uses,
  values,
} from './support/build.js';
import { hostile, hostileService } from './support/hostile.js';

const http = (method: string, uri: string, status = 200): OperationParts => ({
  http: { method: fact(method), uri: fact(uri) },
  status,
});

/** The document of a service that speaks REST-JSON. */
function restDocument(parts: Partial<Service>): Fields {
  const bound = bindService({ ...service(parts), protocol: fact('restJson1') }, () => undefined);
  if (!bound) throw new RangeError('No protocol speaks REST-JSON.');
  return documentOf(bound);
}

const label = (name: string) => member(name, string(), { location: 'label', required: true });

const pathsOf = (document: Fields): string[] => Object.keys(fieldsOf(document['paths']));

const schemaOf = (document: Fields, name: string): unknown => at(document, 'components', 'schemas', name);

async function expectValid(document: Fields): Promise<void> {
  expect(await schemaErrors(document)).toEqual([]);
  expect(await lintErrors(document)).toEqual([]);
}

describe('the paths of an OpenAPI document', () => {
  const document = restDocument({
    operations: [
      operation('ListLayers', http('GET', '/layers')),
      operation('GetLayerByArn', http('GET', '/layers?find=LayerVersion')),
      operation('GetPolicy', http('GET', '/policy/?acl')),
      operation('GetUser', { ...http('GET', '/users/{userId}'), input: [label('userId')] }),
      operation('DropUser', { ...http('DELETE', '/users/{id}'), input: [label('id')] }),
      operation('FindUser', { ...http('GET', '/users/{name}'), input: [label('name')] }),
      operation('GetObject', { ...http('GET', '/files/{Key+}'), input: [label('Key')] }),
      operation('CopyObject', { ...http('COPY', '/files/{Key+}'), input: [label('Key')] }),
      operation('Odd', http('GET', '/a b/{unknown}/%41{}#x')),
    ],
  });

  it('are one for each template and method, marked behind # where two operations have one', () => {
    expect(pathsOf(document).sort()).toEqual([
      '/a%20b/{unknown}/%41%7B%7D%23x',
      '/files/{Key}',
      '/layers',
      '/layers#find=LayerVersion',
      '/policy',
      '/users/{id}',
      '/users/{id}#GetUser',
    ]);
    expect(at(document, 'paths', '/layers', 'get', 'operationId')).toBe('ListLayers');
  });

  it('have the first labels of a template, whatever the page calls those of the others', () => {
    expect(at(document, 'paths', '/users/{id}', 'delete', 'parameters', 0)).toMatchObject({ name: 'id' });
    const found = at(document, 'paths', '/users/{id}', 'get');
    expect(found).toMatchObject({
      operationId: 'FindUser',
      parameters: [{ name: 'id', 'x-member': 'name' }],
    });
  });

  it('mark what OpenAPI has no place for', () => {
    const files = at(document, 'paths', '/files/{Key}');
    expect(at(files, 'get', 'parameters', 0)).toMatchObject({ name: 'Key', in: 'path', 'x-greedy': true });
    expect(at(files, 'additionalOperations', 'COPY', 'operationId')).toBe('CopyObject');
  });

  it('are those of OpenAPI 3.1, and of 3.2 only for the sake of a method that 3.1 lacks', async () => {
    const versionWith = (method: string): unknown =>
      restDocument({ operations: [operation('One', http(method, '/one'))] })['openapi'];
    expect(versionWith('PATCH')).toBe('3.1.1');
    expect(versionWith('LIST')).toBe('3.2.0');
    expect(document['openapi']).toBe('3.2.0');
    const query = restDocument({ operations: [operation('Find', http('QUERY', '/files'))] });
    expect(query['openapi']).toBe('3.2.0');
    expect(at(query, 'paths', '/files', 'query', 'operationId')).toBe('Find');
    await expectValid(query);
  });

  it('have the fixed query as parameters', () => {
    expect(at(document, 'paths', '/layers#find=LayerVersion', 'get', 'parameters')).toEqual([
      expect.objectContaining({
        name: 'find',
        in: 'query',
        required: true,
        schema: { type: 'string', enum: ['LayerVersion'] },
      }),
    ]);
    expect(at(document, 'paths', '/policy', 'get', 'parameters', 0)).toMatchObject({
      name: 'acl',
      allowEmptyValue: true,
      schema: { enum: [''] },
    });
  });

  it('are valid', () => expectValid(document));
});

describe('what travels, in an OpenAPI document', () => {
  const document = restDocument({
    operations: [
      operation('PutThing', {
        ...http('PUT', '/things/{when}', 201),
        deprecated: fact('Use PutThings.'),
        input: [
          member('when', scalar('timestamp'), { location: 'label', required: true }),
          member('since', scalar('timestamp'), { location: 'query', wireName: 'Since', deprecated: 'Old.' }),
          member('more', map(string(), list(string())), { location: 'query' }),
          member('ifNew', scalar('timestamp'), { location: 'header', wireName: 'If-Unmodified-Since' }),
          member('meta', map(string(), string()), { location: 'prefixHeaders', wireName: 'x-meta-' }),
          member('token', string(), { idempotencyToken: true, wireName: 'Token', line: 12 }),
          member('made', scalar('timestamp'), { required: true }),
          member('key', scalar('blob', length(1, 4))),
          member('any', scalar('document')),
          member('self', ref('Thing')),
          member('gone', ref('Missing')),
          member('size', scalar('integer'), { default: 3 }),
          member('tags', map(string(), string()), { default: 'none' }),
          member('mode', string(values('a', 'b')), { default: 'c' }),
        ],
        output: [
          member('etag', string(length(1, 9)), { location: 'header', wireName: 'ETag' }),
          member('code', scalar('integer'), { location: 'status' }),
          member('content', scalar('blob', length(0, 100)), {
            location: 'payload',
            description: 'The bytes.',
          }),
        ],
        errors: uses('Gone', 'Lost', 'Undescribed'),
      }),
    ],
    shapes: [
      structure('Thing', [member('parts', list(ref('Thing'))), member('kind', string(values('a', 'b')))]),
      structure('Choice', [member('one', string()), member('two', ref('Thing'))], { kind: 'union' }),
    ],
    errors: [
      error('Gone', 410, [
        member('retryAfter', scalar('integer'), { location: 'header', wireName: 'Retry-After' }),
      ]),
      error('Lost', 410, [member('Message', string())]),
    ],
  });
  const put = at(document, 'paths', '/things/{when}', 'put');
  const parameter = (name: string): unknown =>
    listOf(at(put, 'parameters')).find((one) => at(one, 'name') === name);

  it('writes timestamps as their place does', () => {
    expect(at(parameter('when'), 'schema')).toEqual({ type: 'string', format: 'date-time' });
    expect(at(parameter('Since'), 'schema')).toEqual({ type: 'string', format: 'date-time' });
    expect(at(parameter('If-Unmodified-Since'), 'schema')).toEqual({ type: 'string', format: 'http-date' });
    expect(at(schemaOf(document, 'PutThingRequestContent'), 'properties', 'made')).toMatchObject({
      type: 'number',
    });
  });

  it('names members as they travel, and says what the page calls them', () => {
    expect(parameter('Since')).toMatchObject({
      'x-member': 'since',
      deprecated: true,
      'x-deprecated': 'Old.',
    });
    const body = schemaOf(document, 'PutThingRequestContent');
    expect(at(body, 'properties', 'Token')).toEqual({
      type: 'string',
      'x-member': 'token',
      'x-idempotency-token': true,
      'x-source': { file: 'pages/API_Page.md', line: 12 },
    });
    expect(at(body, 'required')).toEqual(['made']);
  });

  it('takes maps for the rest of the query, and headers by prefix beside the parameters', () => {
    expect(at(parameter('more'), 'schema')).toEqual({
      type: 'object',
      additionalProperties: { type: 'array', items: { type: 'string' } },
    });
    expect(at(put, 'x-prefix-headers')).toMatchObject([{ prefix: 'x-meta-', 'x-member': 'meta' }]);
  });

  it('counts bytes as base64 in JSON, and as they are in a body of their own', () => {
    const { properties } = fieldsOf(schemaOf(document, 'PutThingRequestContent'));
    expect(at(properties, 'key')).toMatchObject({ contentEncoding: 'base64', minLength: 4, maxLength: 8 });
    expect(at(properties, 'any')).toEqual({ 'x-source': expect.anything() });
    expect(at(properties, 'gone')).toEqual({ 'x-source': expect.anything() });
    expect(at(properties, 'size')).toMatchObject({ type: 'integer', format: 'int32', default: 3 });
    expect(at(properties, 'tags')).toMatchObject({ type: 'object', 'x-default': 'none' });
    expect(at(properties, 'mode')).toMatchObject({ enum: ['a', 'b'], 'x-default': 'c' });
    expect(at(put, 'responses', '201', 'content')).toEqual({
      'application/octet-stream': {
        schema: { type: 'string', format: 'binary', minLength: 0, maxLength: 100 },
      },
    });
    expect(at(put, 'responses', '201', 'headers', 'ETag', 'schema')).toMatchObject({ maxLength: 9 });
    expect(at(put, 'responses', '201', 'x-status')).toMatchObject({ 'x-member': 'code' });
  });

  it('spells patterns so that they mean the same with and without the flag u', () => {
    const text = restDocument({
      operations: [
        operation('Put', {
          ...http('PUT', '/'),
          input: [
            member('name', string(pattern('^[\\u0020-\\uD7FF\\uD800\\uDC00-\\uDBFF\\uDFFF\\u000A]+$'))),
          ],
        }),
      ],
    });
    const source = String(at(schemaOf(text, 'PutRequestContent'), 'properties', 'name', 'pattern'));
    expect(source).not.toContain('\\u000');
    for (const flags of ['', 'u']) {
      const found = ['a', 'a\u{1f600}b', '\n', '\ufffe', '\u{1f600}\u0001'].map((probe) =>
        new RegExp(source, flags).test(probe),
      );
      expect(found).toEqual([true, true, true, false, false]);
    }
  });

  it('joins the errors of one status', () => {
    const gone = at(put, 'responses', '410');
    expect(listOf(at(gone, 'x-errors')).map((one) => at(one, 'name'))).toEqual(['Gone', 'Lost']);
    expect(Object.keys(fieldsOf(at(gone, 'headers')))).toEqual(['X-Amzn-Errortype', 'Retry-After']);
    expect(Object.keys(fieldsOf(at(schemaOf(document, 'LostResponseContent'), 'properties')))).toEqual([
      'Message',
    ]);
    expect(at(put, 'responses', '400', 'x-errors', 0, 'name')).toBe('Undescribed');
  });

  it('has two schemas of a shape that differs by direction, and unions of one member', () => {
    const both = restDocument({
      operations: [
        operation('Echo', {
          ...http('POST', '/'),
          input: [member('choice', ref('Choice')), member('thing', ref('Thing'))],
          output: [member('choice', ref('Choice')), member('thing', ref('Thing'))],
        }),
      ],
      shapes: [
        structure('Thing', [member('parts', list(ref('Thing'))), member('kind', string(values('a', 'b')))]),
        structure('Choice', [member('one', string()), member('two', ref('Thing'))], { kind: 'union' }),
      ],
    });
    expect(at(schemaOf(both, 'Thing'), 'properties', 'kind', 'enum')).toEqual(['a', 'b']);
    expect(at(schemaOf(both, 'ThingReceived'), 'properties', 'kind', 'anyOf', 1)).toEqual({ type: 'string' });
    expect(at(schemaOf(both, 'ThingReceived'), 'properties', 'parts', 'items')).toEqual({
      $ref: '#/components/schemas/ThingReceived',
    });
    expect(listOf(at(schemaOf(both, 'Choice'), 'oneOf')).map((one) => at(one, 'required'))).toEqual([
      ['one'],
      ['two'],
    ]);
    expect(listOf(at(schemaOf(both, 'ChoiceReceived'), 'oneOf'))).toHaveLength(3);
  });

  it('is valid', () => expectValid(document));
});

describe('an OpenAPI document of hostile pages', () => {
  const document = documentOf(bind(hostileService()));
  const inRest = restDocument({
    operations: hostile.map((name, index) =>
      operation(name, {
        ...http(index % 7 === 0 ? name : 'GET', index % 2 ? `/{${name}}/x` : `${name}?${name}=${name}`),
        description: `${name}\n\n${name}`,
        input: [label(name), member(name, string(pattern(name)), { location: 'query' })],
      }),
    ),
  });

  it.each([
    ['names', document],
    ['paths', inRest],
  ])('is valid, whatever is in its %s', async (_, hostileDocument) => {
    expect(await schemaErrors(hostileDocument)).toEqual([]);
    // The linter itself calls this method of objects that it reads.
    const text = JSON.stringify(hostileDocument).replaceAll('hasOwnProperty', 'hasOwnProp');
    expect(await lintErrors(fieldsOf(JSON.parse(text)))).toEqual([]);
  });

  it('has every operation under an id of its own, with its name', () => {
    for (const one of [document, inRest]) {
      const names = [...operationsOf(one).values()]
        .filter((each) => at(each, 'operationId') !== undefined)
        .map((each) => at(each, 'x-operation') ?? at(each, 'operationId'));
      expect(names.sort()).toEqual([...hostile].sort());
    }
  });

  it('names components by letters, digits and _, and leads every reference to one of them', () => {
    const components = Object.keys(fieldsOf(at(document, 'components', 'schemas')));
    expect(components.length).toBeGreaterThan(hostile.length);
    for (const name of components) expect(name).toMatch(/^\w+$/u);
    const pointers = JSON.stringify(document).match(/"\$ref":"[^"]*"/gu) ?? [];
    expect(pointers.length).toBeGreaterThan(hostile.length);
    for (const pointer of new Set(pointers))
      expect(Object.keys(resolved(document, JSON.parse(`{${pointer}}`)))).not.toEqual([]);
  });

  it('keeps what members are called on the wire', () => {
    const first = operationsOf(document).get(
      [...operationsOf(document)].find(([, one]) => at(one, 'x-operation') === hostile[0])?.[0],
    );
    const names = listOf(at(first, 'parameters')).map((one) => at(one, 'name'));
    const wire = new Set(hostile.map((name) => `wire ${name}`.toLowerCase()));
    expect(new Set(names.map((name) => String(name).toLowerCase()))).toEqual(wire);
  });

  it('has no HTML and nothing that ends a comment in what pages describe', () => {
    const texts = [...JSON.stringify(document).matchAll(/"(?:description|summary)":"((?:[^"\\]|\\.)*)"/gu)];
    expect(texts.length).toBeGreaterThan(hostile.length);
    for (const [, text = ''] of texts) {
      expect(text).not.toContain('*/');
      expect(text.replaceAll(/`[^`]*`/gu, '')).not.toContain('<script');
    }
  });
});
