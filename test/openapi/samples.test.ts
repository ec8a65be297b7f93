import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { samplePages } from '../wire/pages.js';
import { compareConstraints } from './constraints.js';
import { at, boundService, documentOf, fieldsOf, listOf, operationsOf } from './documents.js';
import { lintErrors, schemaErrors } from './tools.js';

const bound = {
  finspace: boundService(samplePages('finspace-data')),
  workmail: boundService(samplePages('workmail')),
};
const finspace = documentOf(bound.finspace);
const workmail = documentOf(bound.workmail);

describe.each([
  ['finspace-data', bound.finspace, finspace],
  ['workmail', bound.workmail, workmail],
])('the OpenAPI document of %s', (_, { service }, document) => {
  it('is valid, and the linter finds no error', async () => {
    expect(await schemaErrors(document)).toEqual([]);
    expect(await lintErrors(document)).toEqual([]);
  });

  it('has every operation', () => {
    expect([...operationsOf(document).keys()].sort()).toEqual(
      service.operations.map(({ name }) => name).sort(),
    );
  });

  it('states every constraint of the model', () => {
    const { checked, missing } = compareConstraints(service, document);
    expect(missing).toEqual([]);
    expect(checked).toBeGreaterThan(50);
    const text = JSON.stringify(document).replaceAll('"maxLength":', '"max":');
    expect(compareConstraints(service, fieldsOf(JSON.parse(text))).missing.length).toBeGreaterThan(10);
  });
});

describe('the schemas, as a validator of JSON Schema reads them', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema(finspace, 'finspace');
  const validate = (component: string) => ajv.compile({ $ref: `finspace#/components/schemas/${component}` });
  const user = { emailAddress: 'ann@example.com', type: 'APP_USER' };

  it('compile, every one', () => {
    const components = Object.keys(fieldsOf(at(finspace, 'components', 'schemas')));
    expect(components).toContain('PermissionGroup');
    for (const component of components) validate(component);
  });

  it('accept what callers may send, and nothing else', () => {
    const accepts = validate('CreateUserRequestContent');
    expect(accepts(user)).toBe(true);
    expect(accepts({ ...user, more: 'unknown' })).toBe(true);
    expect(accepts({ type: 'APP_USER' })).toBe(false);
    expect(accepts({ ...user, type: 'ROOT' })).toBe(false);
    expect(accepts({ ...user, firstName: 'x'.repeat(51) })).toBe(false);
    expect(accepts({ ...user, emailAddress: 'nobody' })).toBe(false);
  });

  it('accept from the service values that no page knows', () => {
    const accepts = validate('User');
    expect(accepts({ ...user, status: 'SLEEPING', createTime: 1_700_000_000_000 })).toBe(true);
    expect(accepts({ status: 7 })).toBe(false);
  });
});

/** Read from the pages by hand. */
describe('what the pages of FinSpace say', () => {
  it('stands under the server and the signature of the service', () => {
    expect(at(finspace, 'info')).toMatchObject({ title: 'Amazon FinSpace', version: '2020-07-13' });
    expect(at(finspace, 'servers', 0)).toMatchObject({
      url: 'https://finspace-api.{region}.amazonaws.com',
      variables: { region: { default: 'us-east-1' } },
    });
    expect(at(finspace, 'components', 'securitySchemes')).toMatchObject({
      sigv4: {
        type: 'apiKey',
        in: 'header',
        name: 'Authorization',
        'x-amazon-apigateway-authtype': 'awsSigv4',
      },
    });
    expect(finspace['security']).toEqual([{ sigv4: [] }]);
  });

  it('gives parameters with their constraints and places', () => {
    const operation = at(finspace, 'paths', '/permission-group/{permissionGroupId}', 'delete');
    expect(at(operation, 'operationId')).toBe('DeletePermissionGroup');
    expect(at(operation, 'summary')).toBe('Removes a permission group for good.');
    expect(at(operation, 'parameters')).toEqual([
      {
        name: 'permissionGroupId',
        in: 'path',
        required: true,
        description: 'Tells which permission group to remove.',
        'x-source': { file: 'API_DeletePermissionGroup.md', line: 23 },
        schema: { type: 'string', minLength: 1, maxLength: 26, pattern: '.*\\S.*' },
      },
      expect.objectContaining({
        name: 'clientToken',
        in: 'query',
        'x-source': { file: 'API_DeletePermissionGroup.md', line: 18 },
        schema: { type: 'string', minLength: 1, maxLength: 128, pattern: '.*\\S.*' },
      }),
    ]);
    expect(at(operation, 'requestBody')).toBeUndefined();
  });

  it('gives a response for each status, with all errors that have it', () => {
    const responses = at(finspace, 'paths', '/permission-group/{permissionGroupId}', 'delete', 'responses');
    expect(Object.keys(responses as object)).toEqual(['200', '400', '403', '404', '409', '429', '500']);
    const names = (status: string): unknown[] =>
      listOf(at(responses, status, 'x-errors')).map((error) => at(error, 'name'));
    expect(names('400')).toEqual(['LimitExceededException', 'ValidationException']);
    expect(names('404')).toEqual(['ResourceNotFoundException']);
    expect(at(responses, '400', 'content', 'application/json', 'schema')).toEqual({
      anyOf: [
        { $ref: '#/components/schemas/LimitExceededExceptionResponseContent' },
        { $ref: '#/components/schemas/ValidationExceptionResponseContent' },
      ],
    });
    expect(at(responses, '404', 'description')).toBe(
      '`ResourceNotFoundException`: At least one thing that the call names does not exist.',
    );
  });

  it('keeps values closed that are sent and open that are received, and says which timestamps are numbers', () => {
    const sent = at(finspace, 'components', 'schemas', 'CreateUserRequestContent');
    expect(at(sent, 'properties', 'apiAccess')).toMatchObject({
      type: 'string',
      enum: ['ENABLED', 'DISABLED'],
    });
    expect(at(sent, 'required')).toEqual(['emailAddress', 'type']);
    const received = at(finspace, 'components', 'schemas', 'User', 'properties');
    expect(at(received, 'apiAccess')).toMatchObject({
      anyOf: [{ type: 'string', enum: ['ENABLED', 'DISABLED'] }, { type: 'string' }],
    });
    expect(at(received, 'createTime')).toMatchObject({ type: 'integer', format: 'int64' });
  });

  it('marks what pages of lists are asked for by', () => {
    expect(at(finspace, 'paths', '/user', 'get', 'x-pagination')).toMatchObject({
      inputToken: 'nextToken',
      outputToken: 'nextToken',
      pageSize: 'maxResults',
      items: 'users',
    });
  });
});

describe('what the pages of WorkMail say', () => {
  const operation = at(workmail, 'paths', '/#X-Amz-Target=WorkMailService.CreateUser', 'post');

  it('stands under a path for each operation, which the header selects', () => {
    expect(at(operation, 'operationId')).toBe('CreateUser');
    expect(at(operation, 'parameters')).toEqual([
      expect.objectContaining({
        name: 'X-Amz-Target',
        in: 'header',
        required: true,
        schema: { type: 'string', enum: ['WorkMailService.CreateUser'] },
      }),
    ]);
  });

  it('gives a body of the protocol, with constraints and places', () => {
    expect(at(operation, 'requestBody')).toEqual({
      required: true,
      content: {
        'application/x-amz-json-1.1': { schema: { $ref: '#/components/schemas/CreateUserRequestContent' } },
      },
    });
    const body = at(workmail, 'components', 'schemas', 'CreateUserRequestContent');
    expect(at(body, 'required')).toEqual(['DisplayName', 'Name', 'OrganizationId']);
    expect(at(body, 'properties', 'OrganizationId')).toMatchObject({
      type: 'string',
      minLength: 34,
      maxLength: 34,
      pattern: '^m-[0-9a-f]{32}$',
    });
    expect(at(body, 'properties', 'Password')).toMatchObject({ maxLength: 256, pattern: '[\\x20-\\xFF]+' });
    expect(at(body, 'properties', 'Role')).toMatchObject({
      enum: ['USER', 'RESOURCE', 'SYSTEM_USER', 'REMOTE_USER'],
      'x-source': { file: 'API_CreateUser.md', line: 81 },
    });
  });

  it('names errors in their bodies', () => {
    const error = at(workmail, 'components', 'schemas', 'OrganizationNotFoundExceptionResponseContent');
    expect(Object.keys(at(error, 'properties') as object)).toEqual(['__type', 'message']);
  });
});
