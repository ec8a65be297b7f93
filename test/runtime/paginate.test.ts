import { describe, expect, it } from 'vitest';
import { connect } from '../../src/ecosystems/aws/runtime/client.js';
import type { Connection } from '../../src/runtime/client/connection.js';
import { itemsOf, paginate } from '../../src/runtime/client/paginate.js';
import { restJson1Client } from '../../src/ecosystems/aws/runtime/protocols/rest-json/client.js';
import type { OperationSchema } from '../../src/runtime/schema/schema.js';
import { bookService } from './books.js';

interface Page {
  readonly titles?: readonly string[];
  readonly next?: { readonly token?: string };
}

const listBooks: OperationSchema<{ token?: string; limit?: number }, Page> = {
  name: 'ListBooks',
  method: 'GET',
  uri: '/books',
  status: 200,
  input: {
    kind: 'structure',
    members: { token: { schema: 'string', at: 'query' }, limit: { schema: 'integer', at: 'query' } },
  },
  output: { kind: 'structure', members: { titles: 'document', next: 'document' } },
  errors: [],
};

const pagination = { inputToken: 'token', outputToken: 'next.token', items: 'titles' };

function serve(pages: { readonly [token: string]: unknown }): { connection: Connection; asked: string[] } {
  const asked: string[] = [];
  const fetch = async (url: string): Promise<Response> => {
    const { searchParams } = new URL(url);
    asked.push(searchParams.toString());
    return Response.json(pages[searchParams.get('token') ?? '']);
  };
  return {
    connection: connect(bookService, restJson1Client, { endpoint: 'https://books.example', fetch }),
    asked,
  };
}

const pages = {
  '': { titles: ['a', 'b'], next: { token: 't1' } },
  t1: { next: { token: 't2' } },
  t2: { titles: ['c'], next: {} },
};

describe('paginate', () => {
  it('asks for page after page with the token of the one before', async () => {
    const { connection, asked } = serve(pages);
    const seen: Page[] = [];
    for await (const page of paginate(connection, listBooks, { limit: 2 }, pagination)) seen.push(page);
    expect(seen).toEqual(Object.values(pages));
    expect(asked).toEqual(['limit=2', 'token=t1&limit=2', 'token=t2&limit=2']);
  });

  it('starts where the input says, and asks no more than is taken', async () => {
    const { connection, asked } = serve(pages);
    for await (const page of paginate(connection, listBooks, { token: 't1' }, pagination)) {
      expect(page).toEqual(pages.t1);
      break;
    }
    expect(asked).toEqual(['token=t1']);
  });

  it.each(['', 't1'])('ends where the next token is %j again', async (token) => {
    const { connection, asked } = serve({ '': { next: { token: 't1' } }, t1: { next: { token } } });
    for await (const page of paginate(connection, listBooks, {}, pagination)) expect(page).toBeDefined();
    expect(asked).toHaveLength(2);
  });
});

describe('itemsOf', () => {
  it('gives the items of all pages', async () => {
    const { connection } = serve(pages);
    const titles: string[] = [];
    for await (const title of itemsOf<string>(paginate(connection, listBooks, {}, pagination), 'titles'))
      titles.push(title);
    expect(titles).toEqual(['a', 'b', 'c']);
  });
});
