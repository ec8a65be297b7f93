import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, serve, type RunningServer } from './example.js';

describe('the example of users and permission groups', () => {
  let server: RunningServer;
  let endpoint = '';
  beforeAll(async () => {
    server = await serve('users/server.ts');
    endpoint = server.url;
  });
  afterAll(() => server.stop());

  it('does something whole over HTTP', async () => {
    const { lines, errors } = await run('users/client.ts', { ENDPOINT: endpoint });
    expect(errors).toBe('');
    expect(lines.map((line) => line.replace(/\b[0-9a-f]{26}\b/g, 'ID'))).toEqual([
      'Created Ada: 26 characters of id',
      'Created Grace: 26 characters of id',
      'Created Edsger: 26 characters of id',
      'Created Barbara: 26 characters of id',
      'Created Donald: 26 characters of id',
      'A page of 2',
      'A page of 2',
      'A page of 1',
      'Associated a user: status 200',
      'Associated a user: status 200',
      'Associated a user: status 200',
      'Members: Ada, Grace, Edsger',
      'Ada Lovelace: SUPER_USER, DISABLED',
      'Temporary password of 16 characters',
      'Conflict (409): User ID is a member already.',
      'Not found (404): There is no user nobody.',
      expect.stringMatching(/^Invalid \(400\): .*emailAddress.*pattern/u),
      'Deleted the group',
    ]);
  });

  it('answers what it cannot take as the service would', async () => {
    const refused = await fetch(`${endpoint}/user`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"emailAddress":"ada@example.com","type":"NOBODY"}',
    });
    expect([refused.status, refused.headers.get('x-amzn-errortype')]).toEqual([400, 'ValidationException']);
    const unknown = await fetch(`${endpoint}/nowhere`);
    expect([unknown.status, unknown.headers.get('x-amzn-errortype')]).toEqual([
      404,
      'UnknownOperationException',
    ]);
  });

  it('refuses a page token that it did not give, and repeats the answer to a repeated client token', async () => {
    const wrongToken = await fetch(`${endpoint}/user?maxResults=1&nextToken=made-up`);
    expect(wrongToken.headers.get('x-amzn-errortype')).toBe('ValidationException');
    const create = async (): Promise<unknown> => {
      const response = await fetch(`${endpoint}/permission-group`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"name":"Twice","applicationPermissions":["ViewAuditData"],"clientToken":"the same"}',
      });
      return response.json();
    };
    expect(await create()).toEqual(await create());
  });
});
