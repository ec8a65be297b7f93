import { connect } from '../../../src/ecosystems/aws/runtime/client.js';
import type { Connection } from '../../../src/runtime/client/connection.js';
import { restJson1Client } from '../../../src/ecosystems/aws/runtime/protocols/rest-json/client.js';
import { restJson1Server } from '../../../src/ecosystems/aws/runtime/protocols/rest-json/server.js';
import { createFetchHandler, type FetchHandler } from '../../../src/runtime/server/server.js';
import { type Book, bookService, createBook, getBook } from '../books.js';

/** The id of a book whose shelf cannot be told in a header. */
export const unsendable = 'unsendable';

/** A server that gives back what it is given. */
export function shelf(): FetchHandler {
  return createFetchHandler(
    bookService,
    restJson1Server,
    [
      { operation: createBook, handler: async (input: Book) => input },
      { operation: getBook, handler: ofId },
    ],
    { bodyLimit: 1000 },
  );
}

const ofId = async ({ id }: { readonly id: string }): Promise<Book> =>
  id === unsendable ? { id, shelf: 'two\nlines' } : { id };

export function connectTo(endpoint: string): Connection {
  return connect(bookService, restJson1Client, { endpoint, retry: { maxAttempts: 1 } });
}
