import { describe, expect, it } from 'vitest';
import { sigv4 } from '../../src/ecosystems/aws/auth/sigv4.js';
import { createSigner } from '../../src/ecosystems/aws/runtime/auth/signing.js';
import { apiKey as apiKeyScheme } from '../../src/ecosystems/http/auth/api-key.js';
import { basic as basicScheme } from '../../src/ecosystems/http/auth/basic.js';
import { bearer as bearerScheme } from '../../src/ecosystems/http/auth/bearer.js';
import { hmac as hmacScheme } from '../../src/ecosystems/http/auth/hmac.js';
import { oauth2 as oauth2Scheme } from '../../src/ecosystems/http/auth/oauth2.js';
import { apiKey } from '../../src/ecosystems/http/runtime/auth/api-key.js';
import type { Authorizer } from '../../src/ecosystems/http/runtime/auth/authorizer.js';
import { basic } from '../../src/ecosystems/http/runtime/auth/basic.js';
import { bearer } from '../../src/ecosystems/http/runtime/auth/bearer.js';
import { hmac } from '../../src/ecosystems/http/runtime/auth/hmac.js';
import { oauth2 } from '../../src/ecosystems/http/runtime/auth/oauth2.js';
import { ecosystems } from '../../src/ecosystems/registry.js';
import type { Authorize } from '../../src/runtime/client/connection.js';
import { type AuthContract, testAuthScheme } from '../../src/plugin/testing/auth-scheme.js';

/** HTTP authorizers are given `fetch` beside what every transport gives. */
const plain =
  (authorizer: Authorizer): Authorize =>
  (request, context) =>
    authorizer(request, { ...context, fetch: tokenService });

const tokenService = async (): Promise<Response> =>
  Response.json({ access_token: 'tok-1', expires_in: 3600 });

const secrets = ['s3cret', 'tok-1'];

const binance = {
  over: 'query+body',
  key: { in: 'header', name: 'X-Api-Key' },
  timestamp: { in: 'query', name: 'timestamp' },
  signature: { in: 'query', name: 'signature' },
} as const;

const contracts: readonly Omit<AuthContract, 'test'>[] = [
  {
    scheme: bearerScheme,
    options: { prefix: 'Bot', header: 'Authorization' },
    authorize: plain(bearer({ prefix: 'Bot' })(async () => 's3cret')),
    secrets,
    wrong: [{ prefix: 1 }, { header: '' }, { perfix: 'Bot' }],
  },
  {
    scheme: basicScheme,
    options: {},
    authorize: plain(basic()({ username: 'me', password: 's3cret' })),
    secrets,
    wrong: [{ username: 'x' }],
  },
  {
    scheme: apiKeyScheme,
    options: { in: 'cookie', name: 'key' },
    authorize: plain(apiKey({ in: 'cookie', name: 'key' })('s3cret')),
    secrets,
    wrong: [{}, { in: 'body', name: 'key' }, { in: 'query' }],
  },
  {
    scheme: apiKeyScheme,
    options: { in: 'query', name: 'key' },
    authorize: plain(apiKey({ in: 'query', name: 'key' })('s3cret')),
    secrets,
    inQuery: true,
    wrong: [],
  },
  {
    scheme: oauth2Scheme,
    options: { tokenUrl: 'https://tokens.example', scopes: ['read'] },
    authorize: plain(
      oauth2({ tokenUrl: 'https://tokens.example' })({ clientId: 'me', clientSecret: 's3cret' }),
    ),
    secrets,
    wrong: [{ scopes: 'read' }, { clientAuth: 'header' }],
  },
  {
    scheme: hmacScheme,
    options: binance,
    authorize: plain(hmac(binance)({ key: 'k', secret: 's3cret' })),
    secrets,
    wrong: [
      {},
      { over: 'query' },
      { ...binance, over: 'cookies' },
      { ...binance, key: 'X' },
      { ...binance, algorithm: 'MD5' },
    ],
  },
  {
    scheme: sigv4,
    options: { service: 'books' },
    authorize: createSigner({ accessKeyId: 'k', secretAccessKey: 's3cret' }, 'eu-west-1', 'books'),
    secrets,
    wrong: [{}],
  },
];

for (const contract of contracts) {
  describe(`the auth scheme ${contract.scheme.id} ${JSON.stringify(contract.options)}`, () =>
    testAuthScheme({ ...contract, test: it }));
}

it('every scheme is held to the contract', () => {
  const all = ecosystems.flatMap(({ auth }) => auth.map(({ id }) => id));
  expect(new Set(contracts.map(({ scheme }) => scheme.id))).toEqual(new Set(all));
});
