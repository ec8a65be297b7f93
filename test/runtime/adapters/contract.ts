import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send } from '../../../src/runtime/client/send.js';
import { createBook, getBook } from '../books.js';
import { connectTo, unsendable } from './shelf.js';

/** A server that listens: its address with the path of the service, and how to stop it. */
export interface Running {
  readonly endpoint: string;
  stop(): Promise<unknown>;
}

const book = { id: 'a/b c', title: 'Æsop', cover: new Uint8Array([0, 255]), tags: ['x', 'y'], shelf: 'top' };

/** What every adapter has to do, whatever stands around it. */
export function describeAdapter(name: string, start: () => Promise<Running>): void {
  describe(name, () => {
    let server: Running;
    beforeAll(async () => void (server = await start()));
    afterAll(() => server.stop());

    it('hands method, path, query, headers and body to the handler, and its output back', async () => {
      await expect(send(connectTo(server.endpoint), createBook, book)).resolves.toEqual(book);
    });

    it('serves a request without a body', async () => {
      await expect(send(connectTo(server.endpoint), getBook, { id: 'x' })).resolves.toEqual({ id: 'x' });
    });

    it('answers 413 to a body that is too long', async () => {
      const long = { ...book, title: 'x'.repeat(200_000) };
      await expect(send(connectTo(server.endpoint), createBook, long)).rejects.toMatchObject({ status: 413 });
    });

    it('answers 400 to malformed JSON and 415 to another content type', async () => {
      const put = async (type: string, body: string): Promise<number> => {
        const headers = { 'content-type': type };
        return (await fetch(`${server.endpoint}/books/x`, { method: 'PUT', headers, body })).status;
      };
      expect(await put('application/json', '{"title":')).toBe(400);
      expect(await put('application/x-www-form-urlencoded', 'title=x')).toBe(415);
    });

    it('answers 500 where an output cannot be sent, and goes on serving', async () => {
      const status = async (id: string): Promise<number> =>
        (await fetch(`${server.endpoint}/books/${id}`)).status;
      expect([await status(unsendable), await status('x')]).toEqual([500, 200]);
    });

    it('answers an unknown path as the protocol says, with a request id', async () => {
      const response = await fetch(`${server.endpoint}/nowhere`);
      expect(response.status).toBe(404);
      expect(response.headers.get('x-amzn-errortype')).toBe('UnknownOperationException');
      expect(response.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
    });
  });
}
