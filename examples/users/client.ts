import {
  ConflictException,
  ResourceNotFoundException,
  ValidationException,
  createClient,
  type Client,
} from '../../generated/finspace-data/index.js';

/** Does something whole with the server of this folder; `ENDPOINT` says where it is. */
const client = createClient({
  endpoint: process.env['ENDPOINT'] ?? 'http://127.0.0.1:8080',
  // The server of this folder does not look at them; the service would.
  region: 'eu-west-1',
  credentials: { accessKeyId: 'example', secretAccessKey: 'example' },
});

const userIds = await createUsers(client);
const permissionGroupId = await createTeam(client, userIds);
await changeUsers(client, userIds);
await meetErrors(client, userIds, permissionGroupId);
await cleanUp(client, permissionGroupId);

async function createUsers({ createUser, paginateListUsers }: Client): Promise<string[]> {
  // Another address each time, so that the script can run again while the server keeps its users.
  const run = Date.now();
  for (const firstName of ['Ada', 'Grace', 'Edsger', 'Barbara', 'Donald']) {
    const emailAddress = `${firstName.toLowerCase()}.${run}@example.com`;
    const { userId } = await createUser({ emailAddress, firstName, type: 'APP_USER', apiAccess: 'ENABLED' });
    console.log(`Created ${firstName}: ${String(userId?.length)} characters of id`);
  }
  const userIds: string[] = [];
  for await (const { users = [] } of paginateListUsers({ maxResults: 2 })) {
    console.log(`A page of ${users.length}`);
    const ours = users.filter(({ emailAddress }) => emailAddress?.includes(`.${run}@`));
    userIds.push(...ours.flatMap(({ userId }) => userId ?? []));
  }
  return userIds;
}

async function createTeam(client: Client, userIds: readonly string[]): Promise<string> {
  const { permissionGroupId = '' } = await client.createPermissionGroup({
    name: `Analysts ${Date.now()}`,
    applicationPermissions: ['CreateDataset', 'AccessNotebooks'],
  });
  for (const userId of userIds.slice(0, 3)) {
    const { statusCode } = await client.associateUserToPermissionGroup({ permissionGroupId, userId });
    console.log(`Associated a user: status ${String(statusCode)}`);
  }
  const names: string[] = [];
  for await (const { firstName } of client.listUsersByPermissionGroupItems({
    permissionGroupId,
    maxResults: 2,
  })) {
    names.push(firstName ?? '');
  }
  console.log(`Members: ${names.join(', ')}`);
  return permissionGroupId;
}

async function changeUsers(client: Client, [userId = '']: readonly string[]): Promise<void> {
  await client.updateUser({ userId, lastName: 'Lovelace', type: 'SUPER_USER' });
  await client.disableUser({ userId });
  const { firstName, lastName, type, status } = await client.getUser({ userId });
  console.log(`${String(firstName)} ${String(lastName)}: ${String(type)}, ${String(status)}`);
  await client.enableUser({ userId });
  const { temporaryPassword } = await client.resetUserPassword({ userId });
  console.log(`Temporary password of ${String(temporaryPassword?.length)} characters`);
}

async function meetErrors(
  client: Client,
  [userId = '']: readonly string[],
  permissionGroupId: string,
): Promise<void> {
  const calls = [
    () => client.associateUserToPermissionGroup({ permissionGroupId, userId }),
    () => client.getUser({ userId: 'nobody' }),
    () => client.createUser({ emailAddress: 'no address', type: 'APP_USER' }),
  ];
  for (const call of calls) await call().catch(tell);
}

function tell(error: unknown): void {
  if (error instanceof ConflictException) console.log(`Conflict (${error.status}): ${error.message}`);
  else if (error instanceof ResourceNotFoundException)
    console.log(`Not found (${error.status}): ${error.message}`);
  else if (error instanceof ValidationException) console.log(`Invalid (${error.status}): ${error.message}`);
  else throw error;
}

async function cleanUp(client: Client, permissionGroupId: string): Promise<void> {
  for await (const { userId = '' } of client.listUsersByPermissionGroupItems({
    permissionGroupId,
    maxResults: 100,
  })) {
    await client.disassociateUserFromPermissionGroup({ permissionGroupId, userId });
  }
  await client.deletePermissionGroup({ permissionGroupId });
  console.log('Deleted the group');
}
