import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, serve, type RunningServer } from './example.js';

const json = { 'content-type': 'application/json' };

/** What the page of errors promises of every failure. */
const failure = (code: string, details: unknown = null): object => ({
  code,
  message: expect.stringMatching(/./),
  details,
  request_id: expect.stringMatching(/./),
});

describe('the example of a seed library', () => {
  let server: RunningServer;
  let url = '';
  beforeAll(async () => {
    server = await serve('seed-library/server.ts');
    url = server.url;
  });
  afterAll(() => server.stop());

  it('does something whole over HTTP', async () => {
    const { lines, errors } = await run('seed-library/client.ts', { BASE_URL: url });
    expect(errors).toBe('');
    expect(lines).toEqual([
      "To sow in May: Fisherman's Promise, Hillside Kale",
      'To sow in May: Lazy Housewife, Old Mill Pumpkin',
      'For the shade: Bear Garlic, PERENNIAL and FROST_HARDY and NEEDS_COLD',
      'For the shade: Hillside Kale, OPEN_POLLINATED and PERENNIAL and FROST_HARDY',
      'Signed in as Sorrel, steward',
      'A photo of Purple Podded: 1 by 1 pixels',
      'Packets to lend: 4',
      'Signed in as Basil, borrower',
      'Asked twice with one key: one loan',
      '2 to be fetched from old_mill, now reserved, reserved',
      '1 to be sent to Delft, now reserved',
      'Not found: There is no packet pkt_nowhere.',
      'Conflict, packet_unavailable',
      'Unprocessable, limit_reached: You may borrow 3 packets.',
      expect.stringMatching(/^Unprocessable, validation_failed: packet_ids must .*\b1\b.*\b10\b/),
      'Forbidden: Only a librarian may hand over a loan.',
      'Nobody we know',
      'Signed in as Juniper, librarian',
      'One loan cancelled, the other due on 2030-10-31',
      'Brought back 1 of 2: out',
      'Brought back 2 of 2: returned',
      'Grade EXCELLENT, on two labels: application/pdf, %PDF-1.4',
    ]);
  });

  it('runs again while the server keeps what it knows', async () => {
    const { lines, errors } = await run('seed-library/client.ts', { BASE_URL: url });
    expect([lines.at(-1), errors]).toEqual(['Grade EXCELLENT, on two labels: application/pdf, %PDF-1.4', '']);
  });

  describe('to any other client', () => {
    interface Answer {
      readonly status: number;
      readonly type: string | null;
      readonly body: unknown;
    }

    async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
      const response = await fetch(`${url}${path}`, init);
      const text = await response.text();
      const type = response.headers.get('content-type');
      return {
        status: response.status,
        type,
        body: type === 'application/json' ? JSON.parse(text) : text,
      };
    }

    /** The headers of a member. */
    async function tokenOf(code: string): Promise<{ readonly authorization: string }> {
      const { body } = await ask('/oauth/token', {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          client_id: 'test',
          code,
          redirect_uri: 'http://localhost/',
        }),
      });
      return { authorization: `Bearer ${(body as { access_token: string }).access_token}` };
    }

    /** The first of a list that comes in pages or whole. */
    async function firstOf(path: string, headers: HeadersInit = {}): Promise<{ readonly id: string }> {
      const { body } = await ask(path, { headers });
      const items = Array.isArray(body) ? body : (body as { items: unknown[] }).items;
      return items[0] as { id: string };
    }

    const post = (path: string, headers: HeadersInit, body: unknown): Promise<Answer> =>
      ask(path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });

    const packet = {
      variety_id: 'var_nowhere',
      grams: 1,
      harvest_year: 2024,
      origin: { kind: 'wild', place: null },
    };

    it('refuses who has no token, a wrong one, or one without the scope', async () => {
      const wrong = { authorization: 'Bearer made-up' };
      expect(await ask('/members/me')).toMatchObject({ status: 401, body: failure('token_missing') });
      expect(await ask('/members/me', { headers: wrong })).toMatchObject({
        status: 401,
        body: failure('token_invalid'),
      });
      expect(await post('/packets', await tokenOf('basil'), packet)).toMatchObject({
        status: 403,
        body: failure('scope_missing'),
      });
      expect(await ask('/members', { headers: await tokenOf('sorrel') })).toMatchObject({ status: 403 });
    });

    it('takes a refresh token once', async () => {
      const exchange = (fields: Record<string, string>): Promise<Answer> =>
        ask('/oauth/token', { method: 'POST', body: new URLSearchParams({ client_id: 'test', ...fields }) });
      const signIn = { grant_type: 'authorization_code', code: 'basil', redirect_uri: 'http://localhost/' };
      const { body } = await exchange(signIn);
      expect(body).toEqual({
        access_token: expect.any(String),
        token_type: 'Bearer',
        expires_in: 3600,
        scope: 'loans profile',
        refresh_token: expect.any(String),
      });
      const { refresh_token } = body as { refresh_token: string };
      const refresh = { grant_type: 'refresh_token', refresh_token };
      expect(await exchange(refresh)).toMatchObject({ status: 200 });
      expect(await exchange(refresh)).toMatchObject({ status: 400, body: failure('invalid_grant') });
      expect(await exchange({ ...signIn, code: 'nobody' })).toMatchObject({ status: 400 });
      expect(await exchange({ grant_type: 'password' })).toMatchObject({
        status: 422,
        body: failure('validation_failed', [{ field: 'grant_type', problem: expect.any(String) }]),
      });
    });

    it('says what it does not have', async () => {
      const headers = await tokenOf('sorrel');
      expect(await ask('/varieties/var_nowhere')).toEqual({
        status: 404,
        type: 'application/json',
        body: failure('not_found'),
      });
      expect(await post('/packets', headers, packet)).toMatchObject({
        status: 404,
        body: failure('not_found'),
      });
      expect(await ask('/nowhere')).toMatchObject({ status: 404, body: failure('not_found') });
    });

    it('says which fields do not keep to their limits', async () => {
      const invalid = { ...packet, grams: 501, origin: { kind: 'theft' } };
      expect(await post('/packets', await tokenOf('sorrel'), invalid)).toMatchObject({
        status: 422,
        type: 'application/json',
        body: failure('validation_failed', [
          { field: 'grams', problem: expect.stringContaining('500') },
          { field: 'origin.kind', problem: expect.stringContaining('harvest, purchase, exchange, wild') },
        ]),
      });
      expect(await ask('/varieties?limit=101')).toMatchObject({
        status: 422,
        body: failure('validation_failed', [{ field: 'limit', problem: expect.any(String) }]),
      });
      const handover = { kind: 'pigeon', loft: 'red' };
      const loan = { packet_ids: ['pkt_1'], handover };
      const headers = { ...(await tokenOf('basil')), 'idempotency-key': crypto.randomUUID() };
      expect(await post('/loans', headers, loan)).toMatchObject({
        status: 422,
        body: { code: 'validation_failed', details: [{ field: 'handover' }] },
      });
    });

    it('says what it cannot read', async () => {
      const headers = { ...json, ...(await tokenOf('sorrel')) };
      expect(await ask('/packets', { method: 'POST', headers, body: '{"grams":' })).toMatchObject({
        status: 400,
        body: failure('bad_request'),
      });
      expect(await ask('/varieties?sowing_month=may')).toMatchObject({
        status: 400,
        body: failure('bad_request'),
      });
    });

    it('knows its cursors, with the parameters that they were made with', async () => {
      const { body } = await ask('/varieties?family=legume&limit=1');
      const { next_cursor: cursor } = body as { next_cursor: string };
      expect(await ask(`/varieties?family=legume&limit=1&cursor=${cursor}`)).toMatchObject({
        status: 200,
        body: { items: [{ family: 'legume' }] },
      });
      for (const query of [`family=allium&limit=1&cursor=${cursor}`, 'cursor=made-up', 'cursor=bnVsbA']) {
        expect(await ask(`/varieties?${query}`)).toMatchObject({ status: 400, body: failure('bad_cursor') });
      }
    });

    it('takes photos, if they are, as a form', async () => {
      const headers = await tokenOf('sorrel');
      const { id } = await firstOf('/varieties');
      const upload = (file: Blob): Promise<Answer> => {
        const body = new FormData();
        body.append('file', file, 'photo.jpg');
        body.append('taken_on', '2025-06-01');
        return ask(`/varieties/${id}/photos`, { method: 'POST', headers, body });
      };
      // A start of image, a comment of one byte, and a frame of 480 by 640.
      const jpeg = [0xff, 0xd8, 0xff, 0xfe, 0, 3, 1, 0xff, 0xc0, 0, 17, 8, 1, 0xe0, 2, 0x80, 3];
      expect(await upload(new Blob([new Uint8Array([...jpeg, ...Array(20).fill(0)])]))).toMatchObject({
        status: 201,
        body: { caption: null, taken_on: '2025-06-01', width: 640, height: 480 },
      });
      expect(await upload(new Blob(['a poem about a flower']))).toMatchObject({
        status: 415,
        body: failure('file_type'),
      });
      for (const megabytes of [9, 11]) {
        expect(await upload(new Blob([new Uint8Array(megabytes << 20)]))).toMatchObject({
          status: 413,
          body: failure('file_too_large'),
        });
      }
    });

    it('changes what is sent and keeps the rest', async () => {
      const headers = await tokenOf('sorrel');
      const { id } = await firstOf('/varieties?q=kale');
      const patch = (body: object): Promise<Answer> =>
        ask(`/varieties/${id}`, {
          method: 'PATCH',
          headers: { ...json, ...headers },
          body: JSON.stringify(body),
        });
      expect(await patch({ difficulty: 1, id: 'var_other' })).toMatchObject({
        status: 200,
        body: { id, name: 'Hillside Kale', difficulty: 1, traits: 14, updated_at: expect.any(String) },
      });
      expect(await patch({ name: 'Bear Garlic' })).toMatchObject({
        status: 409,
        body: failure('name_taken'),
      });
      expect(await patch({ name: 'Hillside Kale' })).toMatchObject({ status: 200 });
    });

    it('lends a packet once, and repeats the answer to a repeated key', async () => {
      const headers = { ...(await tokenOf('basil')), 'idempotency-key': crypto.randomUUID() };
      const variety = await firstOf('/varieties?q=pumpkin');
      const { id } = await firstOf(`/varieties/${variety.id}/packets?status=available`, headers);
      const handover = { kind: 'pickup', branch: 'harbour', slot: '2030-04-12T08:30:00Z' };
      const loan = { packet_ids: [id], handover };
      const first = await post('/loans', headers, loan);
      expect(first).toMatchObject({ status: 201, body: { status: 'requested', handover, closed_at: null } });
      expect(await post('/loans', headers, loan)).toEqual(first);
      expect(await post('/loans', headers, { ...loan, note: 'Please' })).toMatchObject({
        status: 409,
        body: failure('key_reused'),
      });
      const { id: loanId, due_on } = first.body as { id: string; due_on: string };
      const weeks = Date.parse(due_on) + 8 * 7 * 24 * 60 * 60_000;
      expect(await post(`/loans/${loanId}/renew`, headers, { weeks: 8 })).toMatchObject({
        status: 200,
        body: { due_on: new Date(weeks).toISOString().slice(0, 10) },
      });
      const stranger = await tokenOf('sorrel');
      expect(await ask(`/loans/${loanId}`, { headers: stranger })).toMatchObject({ status: 404 });
      const retire = { method: 'DELETE', headers: stranger };
      expect(await ask(`/packets/${id}`, retire)).toMatchObject({
        status: 409,
        body: failure('packet_unavailable'),
      });
      const cancel = { method: 'PATCH', headers: { ...headers, ...json }, body: '{"status":"cancelled"}' };
      expect(await ask(`/loans/${loanId}`, cancel)).toMatchObject({
        body: { closed_at: expect.any(String) },
      });
      expect(await ask(`/loans/${loanId}`, cancel)).toMatchObject({
        status: 409,
        body: failure('loan_closed'),
      });
      expect(await ask(`/packets/${id}`, retire)).toEqual({ status: 204, type: null, body: '' });
    });

    it('prints as many labels as it is asked for', async () => {
      const headers = await tokenOf('basil');
      const variety = await firstOf('/varieties');
      const { id } = await firstOf(`/varieties/${variety.id}/packets`, headers);
      const { status, type, body } = await ask(`/packets/${id}/label?copies=3`, { headers });
      expect([status, type]).toEqual([200, 'application/pdf']);
      expect(String(body).match(/\/Type \/Page /g)).toHaveLength(3);
    });

    it('leaves emails out of the list of members', async () => {
      const { body } = await ask('/members?role=borrower', { headers: await tokenOf('juniper') });
      expect(body).toMatchObject({ items: [{ display_name: 'Basil', loans_open: 0 }], next_cursor: null });
      expect(JSON.stringify(body)).not.toContain('basil@');
    });
  });
});
