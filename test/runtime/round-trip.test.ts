import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { awsJson1_1Client } from '../../src/ecosystems/aws/runtime/protocols/aws-json/client.js';
import { awsJson1_1Server } from '../../src/ecosystems/aws/runtime/protocols/aws-json/server.js';
import { connect } from '../../src/ecosystems/aws/runtime/client.js';
import type { Connection } from '../../src/runtime/client/connection.js';
import { send } from '../../src/runtime/client/send.js';
import { documentedError, ServiceError } from '../../src/runtime/errors.js';
import { toNodeListener } from '../../src/runtime/adapters/node.js';
import { restJson1Client } from '../../src/ecosystems/aws/runtime/protocols/rest-json/client.js';
import { restJson1Server } from '../../src/ecosystems/aws/runtime/protocols/rest-json/server.js';
import { createFetchHandler } from '../../src/runtime/server/server.js';
import { type Book, bookService, createBook, deleteBook, getBook } from './books.js';

class ConflictException extends documentedError<'ConflictException', { shelf?: string }>(
  'ConflictException',
  409,
) {}

const stored: Book = {
  id: 'a/b c',
  title: 'Æsop',
  printed: new Date('2021-05-06T07:08:09.123Z'),
  cover: new Uint8Array([0, 250, 128]),
  prices: { eur: 12.5, usd: NaN },
  tags: ['x', 'y,z'],
  shelf: 'top',
};

for (const [name, client, server] of [
  ['REST-JSON', restJson1Client, restJson1Server],
  ['AWS JSON 1.1', awsJson1_1Client, awsJson1_1Server],
] as const) {
  describe(`${name} over node:http`, () => {
    const received: unknown[] = [];
    const handler = createFetchHandler(bookService, server, [
      {
        operation: createBook,
        async handler(input: Book) {
          received.push(input);
          if (input.id === 'taken') throw new ConflictException('It is there already.', { shelf: 'top' });
          return input;
        },
      },
      { operation: getBook, handler: async () => stored },
      { operation: deleteBook },
    ]);
    const listener = createServer((request, response) => void toNodeListener(handler)(request, response));
    let connection: Connection;

    beforeAll(async () => {
      await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
      const { port } = listener.address() as AddressInfo;
      const credentials = { accessKeyId: 'AKID', secretAccessKey: 'secret' };
      const endpoint = `http://127.0.0.1:${port}`;
      connection = connect(bookService, client, { region: 'eu-west-1', endpoint, credentials });
    });

    afterAll(() => new Promise((resolve) => listener.close(resolve)));

    it('carries an input to the handler and its output back', async () => {
      const output = await send(connection, createBook, stored);
      expect(received.at(-1)).toEqual(stored);
      expect(output).toEqual(stored);
    });

    it('gives a documented error with its status and members', async () => {
      const failure = await send(connection, createBook, { ...stored, id: 'taken' }).catch(
        (error: unknown) => error,
      );
      expect(failure).toBeInstanceOf(ConflictException);
      expect(failure).toMatchObject({
        name: 'ConflictException',
        status: 409,
        message: 'It is there already.',
      });
      expect(failure instanceof ServiceError && failure.members).toMatchObject({ shelf: 'top' });
    });

    it('answers 501 where no handler is written', async () => {
      await expect(send(connection, deleteBook, { id: 'x' })).rejects.toMatchObject({
        name: 'NotImplementedException',
        status: 501,
      });
    });
  });
}
