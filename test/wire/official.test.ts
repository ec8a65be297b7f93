import FinSpaceData from 'aws-sdk/clients/finspacedata.js';
import { CreateGroupCommand, ListUsersCommand, WorkMailClient } from '@aws-sdk/client-workmail';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openExchange, type Exchange } from './exchange.js';
import { samplePages } from './pages.js';
import { generateSdk, loadSdk, removeSdk, writeSdk, type LoadedSdk } from './sdk.js';

process.env['AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE'] = '1';

const place = { region: 'eu-west-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };

/** A generated server of the sample pages, for the tests of a suite. */
function sampleServer(id: string): { sdk(): LoadedSdk; exchange(): Exchange } {
  const generated = generateSdk(samplePages(id));
  let folder: string;
  let sdk: LoadedSdk;
  let exchange: Exchange;
  beforeAll(async () => {
    folder = writeSdk(generated.files);
    sdk = await loadSdk(folder);
    exchange = await openExchange(generated, sdk);
  });
  afterAll(async () => {
    await exchange.stop();
    removeSdk(folder);
  });
  return { sdk: () => sdk, exchange: () => exchange };
}

describe('FinSpaceData of aws-sdk, calling the generated server', () => {
  const { sdk, exchange } = sampleServer('finspace-data');
  const client = (): FinSpaceData =>
    new FinSpaceData({ ...place, endpoint: exchange().endpoint, maxRetries: 0, paramValidation: false });

  it('gets what the handler returns', async () => {
    exchange().answer({ userId: 'u-1' });
    const user = { emailAddress: 'ada@example.com', type: 'APP_USER', clientToken: 'once' };
    await expect(client().createUser(user).promise()).resolves.toMatchObject({ userId: 'u-1' });
    expect(exchange().received.input).toEqual(user);
    exchange().answer({ users: [{ userId: 'u-1', createTime: 1_700_000_000_000 }], nextToken: 'more' });
    await expect(client().listUsers({ maxResults: 1 }).promise()).resolves.toMatchObject({
      users: [{ userId: 'u-1', createTime: 1_700_000_000_000 }],
      nextToken: 'more',
    });
    expect(exchange().received.input).toEqual({ maxResults: 1 });
  });

  it('gets a documented error', async () => {
    const { ServiceError } = sdk();
    exchange().answer(new ServiceError('ResourceNotFoundException', 'Nobody.', { status: 404 }));
    await expect(client().getUser({ userId: 'nobody' }).promise()).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
      statusCode: 404,
      message: 'Nobody.',
    });
  });

  it('gets an error where its input breaks a constraint', async () => {
    const request = client().createUser({ emailAddress: 'nowhere', type: 'NOBODY' });
    await expect(request.promise()).rejects.toMatchObject({
      code: 'ValidationException',
      statusCode: 400,
      message: expect.stringMatching(/^2 validation errors detected: .*emailAddress.*type/u),
    });
  });
});

describe('@aws-sdk/client-workmail, calling the generated server', () => {
  const { sdk, exchange } = sampleServer('workmail');
  const client = (): WorkMailClient =>
    new WorkMailClient({ ...place, endpoint: exchange().endpoint, maxAttempts: 1 });
  const organisation = `m-${'0'.repeat(32)}`;

  it('gets what the handler returns', async () => {
    const enabled = new Date('2026-01-02T03:04:05.678Z');
    exchange().answer({ Users: [{ Id: 'u-1', State: 'ENABLED', EnabledDate: enabled }], NextToken: 'more' });
    const users = await client().send(new ListUsersCommand({ OrganizationId: organisation, MaxResults: 1 }));
    expect(users).toMatchObject({
      Users: [{ Id: 'u-1', State: 'ENABLED', EnabledDate: enabled }],
      NextToken: 'more',
    });
    expect(exchange().received.input).toEqual({ OrganizationId: organisation, MaxResults: 1 });
  });

  it('gets a documented error', async () => {
    const { ServiceError } = sdk();
    exchange().answer(new ServiceError('NameAvailabilityException', 'Taken.', { status: 400 }));
    const command = new CreateGroupCommand({ OrganizationId: organisation, Name: 'staff' });
    await expect(client().send(command)).rejects.toMatchObject({
      name: 'NameAvailabilityException',
      message: 'Taken.',
      $metadata: { httpStatusCode: 400 },
    });
  });

  it('gets an error where its input breaks a constraint', async () => {
    const command = new CreateGroupCommand({ OrganizationId: 'elsewhere', Name: 'staff' });
    await expect(client().send(command)).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining('OrganizationId'),
      $metadata: { httpStatusCode: 400 },
    });
  });
});
