import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emitService } from '../../src/emitters/emit.js';
import { typeErrors } from '../emitters/support/compile.js';
import { loadSdk, type LoadedSdk, removeSdk, writeSdk } from '../wire/sdk.js';
import { httpSample, lists, pageShapes, shapes } from './http-sample.js';

const bound = httpSample({ operations: lists, shapes: [...shapes, ...pageShapes], errors: [] });
const files = emitService(bound, ['client', 'server', 'package'], {
  header: ['For a test.'],
  packageName: 'lists',
  packageVersion: '1.0.0',
});

type Paging = (input: unknown) => AsyncIterable<unknown>;

describe('lists of pages in a generated client', () => {
  let sdk: LoadedSdk;
  let folder: string;
  beforeAll(async () => {
    folder = writeSdk(files);
    sdk = await loadSdk(folder);
  });
  afterAll(() => removeSdk(folder));

  /** The items of all pages, and the requests that it took. */
  async function all(method: string, input: object, answer: (url: URL, number: number) => Response) {
    const sent: string[] = [];
    const fetch = async (text: string): Promise<Response> => {
      const url = new URL(text);
      sent.push(url.pathname + url.search);
      return answer(url, sent.length);
    };
    const client: { readonly [name: string]: unknown } = sdk.createClient({ auth: 'none', fetch });
    const items: unknown[] = [];
    for await (const item of (client[method] as Paging)(input)) items.push(Object(item).id);
    return { items, sent };
  }

  const books = (...ids: string[]) => ids.map((id) => ({ book_id: id }));

  it('compile, with the types of their items', () => {
    const user = `
      import { createClient } from './client.js';
      const client = createClient({ auth: 'none' });
      for await (const book of client.listByTokenItems()) book.title?.length;
      for await (const book of client.listByPageItems({ perPage: 5 })) book.title?.length;
      for await (const page of client.paginateListByOffset()) page.total?.toFixed();
      for await (const page of client.paginateListByLink({ shelf: 'a' })) page.map(({ title }) => title);
      export {};`;
    expect(typeErrors([...files, { path: 'user.ts', content: user }])).toEqual([]);
  });

  it('go on by a token within the body', async () => {
    const answers = [
      { books: books('a'), meta: { next_cursor: 'n1' } },
      { books: books('b'), meta: { next_cursor: null } },
    ];
    const found = await all('listByTokenItems', {}, (_, number) => Response.json(answers[number - 1]));
    expect(found).toEqual({ items: ['a', 'b'], sent: ['/v1/by-token', '/v1/by-token?cursor=n1'] });
  });

  it('go on by the number of the page, until one is short or empty', async () => {
    const answer = (url: URL): Response => {
      const page = Number(url.searchParams.get('page') ?? 1);
      return Response.json(page < 3 ? books(`${page}a`, `${page}b`) : books('3a'));
    };
    const found = await all('listByPageItems', { perPage: 2 }, answer);
    expect(found.items).toEqual(['1a', '1b', '2a', '2b', '3a']);
    expect(found.sent.map((url) => url.split('?')[1])).toEqual([
      'perPage=2',
      'page=2&perPage=2',
      'page=3&perPage=2',
    ]);
    const empty = (url: URL): Response =>
      Response.json(url.searchParams.get('page') === '8' ? [] : books('x'));
    expect((await all('listByPageItems', { page: 7 }, empty)).sent).toHaveLength(2);
  });

  it('go on by the number of items', async () => {
    const answer = (url: URL): Response => {
      const skip = Number(url.searchParams.get('skip') ?? 0);
      return Response.json({ books: books(...['a', 'b', 'c', 'd', 'e'].slice(skip, skip + 2)), total: 5 });
    };
    const found = await all('listByOffsetItems', {}, answer);
    expect(found.items).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(found.sent.map((url) => url.split('?')[1])).toEqual([undefined, 'skip=2', 'skip=4', 'skip=5']);
  });

  it('go on by links, as they are, and to no other host', async () => {
    const linked = (target: string): Response =>
      Response.json(books('x'), {
        headers: { link: `<https://z.example>; rel="prev first", <${target}>; title="a, b"; rel=next` },
      });
    const answer = (_: URL, number: number): Response =>
      number === 1
        ? linked('?after=a%2Bb')
        : number === 2
          ? linked('/v1/by-link/s?after=c')
          : Response.json(books('y'));
    const found = await all('listByLinkItems', { shelf: 's', after: '0' }, answer);
    expect(found.items).toEqual(['x', 'x', 'y']);
    expect(found.sent).toEqual([
      '/v1/by-link/s?after=0',
      '/v1/by-link/s?after=a%2Bb',
      '/v1/by-link/s?after=c',
    ]);
    await expect(
      all('listByLinkItems', { shelf: 's' }, () => linked('https://evil.example/')),
    ).rejects.toThrow('another host: https://evil.example');
  });

  it('go on by links that the body holds', async () => {
    const answer = (_: URL, number: number): Response =>
      Response.json({
        value: books(`${number}`),
        ...(number < 3 && { '@api.next': `https://acme.example.com/v1/by-next?at=${number}` }),
      });
    const found = await all('listByNextItems', {}, answer);
    expect(found.items).toEqual(['1', '2', '3']);
    expect(found.sent).toEqual(['/v1/by-next', '/v1/by-next?at=1', '/v1/by-next?at=2']);
  });

  it('go on behind the last item, until a page is short, empty or the same again', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const from = (url: URL, size: number): Response => {
      const start = ids.indexOf(url.searchParams.get('after') ?? '') + 1;
      return Response.json(books(...ids.slice(start, start + size)));
    };
    const short = await all('listByKeyItems', { limit: 2 }, (url) => from(url, 2));
    expect(short.items).toEqual(ids);
    expect(short.sent.map((url) => url.split('?')[1])).toEqual([
      'limit=2',
      'after=b&limit=2',
      'after=d&limit=2',
    ]);
    const empty = await all('listByKeyItems', {}, (url) => from(url, 5));
    expect(empty.sent.map((url) => url.split('?')[1])).toEqual([undefined, 'after=e']);
    const same = await all('listByKeyItems', {}, () => Response.json(books('a')));
    expect(same.items).toEqual(['a', 'a']);
  });
});
