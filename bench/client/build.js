import { CreateUserCommand, WorkMailClient } from '@aws-sdk/client-workmail';
import { HttpResponse } from '@smithy/core/protocols';
import { moduleIn } from './imports.js';
import { buildPackage } from './package.js';

const region = 'eu-west-1';
const credentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};

const input = {
  OrganizationId: `m-${'0'.repeat(32)}`,
  Name: 'ada',
  DisplayName: 'Ada Lovelace',
  FirstName: 'Ada',
  LastName: 'Lovelace',
  Password: 'correct horse battery staple',
  Role: 'USER',
  HiddenFromGlobalAddressList: false,
};
const answer = '{"UserId":"S-1-1-11-1122222222-2222233333-3333334444-4444"}';

/** Calls that build, sign and send to a stub, which answers at once; each proves first that it signs and reads. */
export async function createCallers() {
  const callers = {
    docwright: await generated('workmail'),
    'docwright, web crypto': await withoutNodeCrypto(() => generated('workmail-web')),
    'docwright, unsigned': await generated('workmail', { credentials: undefined }),
    'aws-sdk v3': official(),
  };
  for (const [name, call] of Object.entries(callers)) await check(name, call);
  return Object.fromEntries(Object.entries(callers).map(([name, { call }]) => [name, call]));
}

async function generated(folder, options = {}) {
  const { createClient } = await import(moduleIn(await buildPackage(folder), 'client.js'));
  const sent = {};
  const headers = new Headers();
  const fetch = async (_url, init) => {
    sent.authorization = init.headers.authorization;
    return { ok: true, status: 200, headers, text: async () => answer };
  };
  const client = createClient({ region, credentials, fetch, ...options });
  const call = () => client.createUser(input);
  // The first call loads the signer and looks for the host's hashes.
  await call();
  return { call, sent, signed: !('credentials' in options) };
}

function official() {
  const sent = {};
  const body = new TextEncoder().encode(answer);
  const requestHandler = {
    async handle({ headers }) {
      sent.authorization = headers.authorization;
      return { response: new HttpResponse({ statusCode: 200, headers: {}, body }) };
    },
  };
  const client = new WorkMailClient({ region, credentials, requestHandler });
  return { call: () => client.send(new CreateUserCommand(input)), sent, signed: true };
}

/** Node's own hashes are asked for once, at the first signature. */
async function withoutNodeCrypto(load) {
  const { getBuiltinModule } = process;
  process.getBuiltinModule = undefined;
  try {
    return await load();
  } finally {
    process.getBuiltinModule = getBuiltinModule;
  }
}

async function check(name, { call, sent, signed }) {
  const { UserId } = await call();
  if (!UserId) throw new Error(`${name} does not understand the answer`);
  if (signed !== /Signature=[0-9a-f]{64}$/.test(sent.authorization)) throw new Error(`${name} does not sign`);
}
