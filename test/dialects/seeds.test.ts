import { outputOf } from '../../src/model/walk.js';
import { describe, expect, it } from 'vitest';
import { collector } from '../../src/diagnostics/report.js';
import { checkService } from '../../src/link/checks/index.js';
import { hasShared, needsShared, sharedPage } from '../shared.js';
import { link, showMember, type Linked } from './read.js';

const seed = (name: string): Linked => link([sharedPage('seeds', name)]);

const errorsOf = ({ service }: Linked) =>
  Object.fromEntries(service.errors.map(({ name, status }) => [name, status?.value]));

describe.skipIf(!hasShared)(`the five pages that the project started from${needsShared}`, () => {
  it('reads AssociateUserToPermissionGroup in Markdown', () => {
    const linked = seed('associate-user-to-permission-group.md');
    const [operation] = linked.service.operations;
    expect(linked.service).toMatchObject({ id: 'finspace-data', protocol: { value: 'restJson1' } });
    expect(operation?.name).toBe('AssociateUserToPermissionGroup');
    expect(operation?.http).toMatchObject({
      method: { value: 'POST' },
      uri: { value: '/permission-group/{permissionGroupId}/users/{userId}' },
    });
    expect(operation?.input.map(showMember)).toEqual([
      'permissionGroupId! label: stringl{1..26}/.*\\S.*/',
      'userId! label: stringl{1..26}/.*\\S.*/',
      'clientToken: stringl{1..128}/.*\\S.*/',
    ]);
    expect(outputOf(operation!).map(showMember)).toEqual(['statusCode status: integer']);
    expect(errorsOf(linked)).toEqual({
      AccessDeniedException: 403,
      ConflictException: 409,
      InternalServerException: 500,
      ResourceNotFoundException: 404,
      ThrottlingException: 429,
      ValidationException: 400,
    });
    expect(linked.diagnostics).toEqual([]);
  });

  it('reads CreateUser as text', () => {
    const linked = seed('create-user.txt');
    const [operation] = linked.service.operations;
    expect(operation?.http).toMatchObject({
      method: { value: 'POST' },
      uri: { value: '/user' },
    });
    expect(operation?.responses.map(({ status }) => status.value)).toEqual([200]);
    expect(operation?.input.map(showMember)).toEqual([
      'emailAddress!: stringl{4..320}/[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,4}/',
      'type!: string(SUPER_USER|APP_USER)',
      'ApiAccess: string(ENABLED|DISABLED)',
      'apiAccessPrincipalArn: stringl{20..2048}/^arn:aws[a-z\\-]*:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+$/',
      'clientToken: stringl{1..128}/.*\\S.*/',
      'firstName: stringl{1..50}/.*\\S.*/',
      'lastName: stringl{1..50}/.*\\S.*/',
    ]);
    expect(outputOf(operation!).map(showMember)).toEqual(['userId: stringl{1..26}/.*\\S.*/']);
    expect(errorsOf(linked)).toEqual({
      AccessDeniedException: 403,
      ConflictException: 409,
      InternalServerException: 500,
      LimitExceededException: 400,
      ThrottlingException: 429,
      ValidationException: 400,
    });
    expect(operation?.input.find(({ name }) => name === 'clientToken')?.idempotencyToken?.value).toBe(true);
    // "Amazon FinSpace" is the title of two services: neither is guessed.
    expect(linked.codes).toEqual(['service-unknown', 'protocol-inferred']);
  });

  it('reads the type User as text', () => {
    const { service } = seed('user.txt');
    expect(service.shapes.map(({ name, kind }) => [name, kind])).toEqual([['User', 'structure']]);
    expect(service.shapes[0]?.members.map(showMember)).toEqual([
      'apiAccess: string(ENABLED|DISABLED)',
      'apiAccessPrincipalArn: stringl{20..2048}/^arn:aws[a-z\\-]*:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+$/',
      'createTime: long',
      'emailAddress: stringl{4..320}/[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,4}/',
      'firstName: stringl{1..50}/.*\\S.*/',
      'lastDisabledTime: long',
      'lastEnabledTime: long',
      'lastLoginTime: long',
      'lastModifiedTime: long',
      'lastName: stringl{1..50}/.*\\S.*/',
      'status: string(CREATING|ENABLED|DISABLED)',
      'type: string(SUPER_USER|APP_USER)',
      'userId: stringl{1..26}/.*\\S.*/',
    ]);
  });

  it("reads the explorer's page: method, address, headers, examples and parameters without names", () => {
    const linked = seed('create-user.explorer.txt');
    const [operation] = linked.service.operations;
    expect(linked.service.traits?.['aws']?.['endpointPrefix']?.value).toBe('finspace-api');
    expect(operation?.http).toMatchObject({ method: { value: 'POST' }, uri: { value: '/user' } });
    expect(operation?.description).toBe('Creates a new user in FinSpace.');
    expect(operation?.unnamed).toHaveLength(7);
    expect(operation?.unnamed?.[4]).toMatchObject({
      description: 'Idempotence Token for API operations',
      source: { line: 6 },
    });
    expect(operation?.examples.map(({ kind, title }) => [kind, title])).toEqual([
      ['response', 'Response'],
      ['response', 'Error response'],
      ['request', 'Request'],
    ]);
    expect(operation?.examples.at(-1)?.text.split('\n')).toEqual([
      'POST http://finspace-api.{region}.amazonaws.com/user',
      'accept: application/json',
      'content-type: application/json',
    ]);
    expect(linked.codes).toEqual(['operation-unnamed']);
  });

  it('reads AssociateMemberToGroup, which names no method and no path', () => {
    const linked = seed('associate-member-to-group.txt');
    const [operation] = linked.service.operations;
    expect(linked.service).toMatchObject({
      id: 'workmail',
      protocol: { value: 'awsJson1_1' },
      traits: { aws: { targetPrefix: { value: 'WorkMailService' } } },
    });
    expect(operation?.http).toBeUndefined();
    expect(operation?.input.map(showMember)).toEqual([
      'GroupId!: stringl{1..256}/[a-zA-Z0-9._%+@-]+/',
      'MemberId!: stringl{1..256}/[a-zA-Z0-9._%+@-]+/',
      'OrganizationId!: stringl{34..34}/^m-[0-9a-f]{32}$/',
    ]);
    expect(outputOf(operation!)).toEqual([]);
    expect(operation?.errors.map(({ name }) => name)).toEqual([
      'DirectoryServiceAuthenticationFailedException',
      'DirectoryUnavailableException',
      'EntityNotFoundException',
      'EntityStateException',
      'InvalidParameterException',
      'OrganizationNotFoundException',
      'OrganizationStateException',
      'UnsupportedOperationException',
    ]);
    expect(linked.diagnostics).toEqual([]);
  });

  it("joins the explorer's page to the fuller one, and says where two pages disagree", async () => {
    const linked = link(
      [
        'associate-user-to-permission-group.md',
        'create-user.explorer.txt',
        'create-user.txt',
        'user.txt',
      ].map((name) => sharedPage('seeds', name)),
    );
    expect(linked.services).toHaveLength(1);
    const operation = linked.service.operations.find(({ name }) => name === 'CreateUser');
    expect(operation?.input).toHaveLength(7);
    expect(operation?.examples).toHaveLength(3);
    expect(operation?.unnamed?.map(({ description }) => description)).toEqual([
      'Idempotence Token for API operations',
    ]);
    const { report, diagnostics } = collector();
    await checkService(linked.service, report);
    const disagreement = diagnostics.find(({ code }) => code === 'name-case-differs');
    expect(disagreement?.message).toContain('"ApiAccess" is called "apiAccess"');
    expect(disagreement?.source).toMatchObject({ file: 'seeds/create-user.txt', line: 47 });
    expect(disagreement?.related?.[0]?.source).toMatchObject({ file: 'seeds/user.txt', line: 17 });
  });
});

describe.skipIf(!hasShared)(`two pages about one operation${needsShared}`, () => {
  it('believes the published one and names both places where they disagree', () => {
    const linked = link([
      sharedPage('seeds', 'create-user.txt'),
      sharedPage('corpus', 'current', 'finspace-data', 'API_CreateUser.md'),
    ]);
    const names = linked.service.operations[0]?.input.map(({ name }) => name);
    expect(names).toContain('apiAccess');
    expect(names).not.toContain('ApiAccess');
    const disagreement = linked.diagnostics.find(({ code }) => code === 'pages-disagree');
    expect(disagreement?.source).toMatchObject({ file: 'seeds/create-user.txt', line: 47 });
    expect(disagreement?.related?.[0]?.source.file).toBe('corpus/current/finspace-data/API_CreateUser.md');
  });
});
