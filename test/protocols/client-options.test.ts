import { describe, expect, it } from 'vitest';
import type { BoundService } from '../../src/ecosystems/ecosystem.js';
import { emitService } from '../../src/emitters/emit.js';
import type { EmittedFile } from '../../src/emitters/emitter.js';
import { typeErrors } from '../emitters/support/compile.js';
import { call } from '../emitters/support/build.js';
import { auth, httpSample, server } from './http-sample.js';

const filesOf = (bound: BoundService): readonly EmittedFile[] =>
  emitService(bound, ['client'], { header: ['For a test.'], packageName: 'books', packageVersion: '1.0.0' });

const fileOf = (bound: BoundService, path: string): string =>
  filesOf(bound).find((file) => file.path === path)?.content ?? '';

describe('the options of a generated client', () => {
  /** What TypeScript says of each of these programs; one compilation for all, as it takes long. */
  function problems(bound: BoundService, ...programs: string[]): readonly (readonly string[])[] {
    const files = programs.map((text, at) => ({
      path: `user${at}.ts`,
      content: `import { createClient } from './client.js';\n${text}`,
    }));
    const found = typeErrors([...filesOf(bound), ...files]);
    expect(found.filter((line) => !line.startsWith('user'))).toEqual([]);
    return programs.map((_, at) => found.filter((line) => line.startsWith(`user${at}.ts`)));
  }

  it('demand what no page says', () => {
    const bound = httpSample({ servers: [], auth: [] });
    const [nothing, none, own] = problems(
      bound,
      'createClient({});',
      "createClient({ baseUrl: 'https://x', auth: 'none' });",
      "createClient({ baseUrl: 'https://x', auth: async (request) => request });",
    );
    expect(nothing).toEqual([
      expect.stringContaining("missing the following properties from type 'ClientOptions': baseUrl, auth"),
    ]);
    expect([none, own]).toEqual([[], []]);
  });

  it('demand credentials of one documented scheme', () => {
    const found = problems(
      httpSample(),
      "createClient({ auth: { bearer: async () => 'x' } });",
      "createClient({ auth: { key: 'x' }, variables: { tenant: 'y' } });",
      'createClient({ auth: {} });',
      'createClient({});',
    );
    expect(found.map(({ length }) => length)).toEqual([0, 0, 1, 1]);
  });

  it('are typed by every scheme there is', () => {
    const bound = httpSample({
      auth: [
        auth('user', 'basic'),
        auth('bot', 'bearer', { prefix: 'Bot' }),
        auth('key', 'apiKey', { in: 'cookie', name: 'key' }),
        auth('app', 'oauth2', { tokenUrl: 'https://x/token', scopes: ['read'] }),
        auth('signed', 'hmac', {
          over: 'query+body',
          algorithm: 'SHA-512',
          key: { in: 'header', name: 'X-Key' },
          timestamp: { in: 'query', name: 'timestamp', unit: 'seconds' },
          signature: { in: 'query', name: 'signature' },
        }),
      ],
    });
    const found = problems(
      bound,
      "createClient({ auth: { user: { username: 'x', password: 'y' } } });",
      "createClient({ auth: { bot: 'x', app: { clientId: 'x', refreshToken: 'y' } } });",
      "createClient({ auth: { signed: async () => ({ key: 'x', secret: 'y' }) } });",
      "createClient({ auth: { user: 'x' } });",
      "createClient({ auth: { signed: { key: 'x' } } });",
    );
    expect(found.map(({ length }) => length)).toEqual([0, 0, 0, 1, 1]);
  });

  it('are none where nothing is needed', () => {
    const open = call('GetStatus', 'GET', '/status', { auth: { ...httpSample().service.title, value: [] } });
    const bound = httpSample({ operations: [open], shapes: [], errors: [], auth: [] });
    expect(problems(bound, 'createClient();')).toEqual([[]]);
    expect(fileOf(bound, 'client-options.ts')).not.toContain('auth?');
  });

  it('take hostile names of schemes and variables for what they are', () => {
    const names = ['__proto__', "'*/", 'constructor', '{x}'];
    const bound = httpSample({
      auth: names.map((name) => auth(name, 'apiKey', { in: 'header', name: `x-${name}` })),
      servers: [server('https://{a b}.x', { 'a b': { values: ["'", '*/'], description: '*/ evil' } })],
      operations: [call('GetStatus', 'GET', '/status')],
    });
    expect(typeErrors(filesOf(bound))).toEqual([]);
  });
});
