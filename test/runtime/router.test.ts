import { describe, expect, it } from 'vitest';
import { pathRouter } from '../../src/runtime/server/router.js';
import type { OperationSchema } from '../../src/runtime/schema/schema.js';
import { getBook } from './books.js';

type Entry = readonly [OperationSchema, string];

const entry = (method: string, uri: string): Entry => [{ ...getBook, method, uri }, `${method} ${uri}`];

function find(entries: readonly Entry[], method: string, url: string): unknown {
  const router = pathRouter(entries);
  const found = router.find({
    method,
    url,
    headers: new Headers(),
    bytes: async () => new Uint8Array(),
    text: async () => '',
  });
  return found && [found.target, { ...found.labels }];
}

const routes = [
  entry('GET', '/books'),
  entry('GET', '/books/{id}'),
  entry('GET', '/books/new'),
  entry('GET', '/books/{id}/pages/{page}'),
  entry('GET', '/books/{other}/cover'),
  entry('GET', '/files/{key+}'),
  entry('GET', '/files/{key+}/meta'),
  entry('GET', '/files/{name}/tags'),
  entry('PUT', '/books/{id}'),
  entry('GET', '/search/'),
  entry('GET', '/search?kind=full'),
  entry('GET', '/search?kind=full&deep'),
];

describe('pathRouter', () => {
  it.each([
    ['GET', '/books', 'GET /books', {}],
    ['GET', '/books?token=x', 'GET /books', {}],
    ['GET', '/books/a%2Fb%20c', 'GET /books/{id}', { id: 'a/b c' }],
    ['GET', '/books/new', 'GET /books/new', {}],
    ['PUT', '/books/new', 'PUT /books/{id}', { id: 'new' }],
    ['GET', '/books/new/pages/2', 'GET /books/{id}/pages/{page}', { id: 'new', page: '2' }],
    ['GET', '/books/x/cover', 'GET /books/{other}/cover', { other: 'x' }],
    ['GET', '/files/a/b/c', 'GET /files/{key+}', { key: 'a/b/c' }],
    ['GET', '/files/a%20/b/meta', 'GET /files/{key+}/meta', { key: 'a /b' }],
    ['GET', '/files/meta', 'GET /files/{key+}', { key: 'meta' }],
    ['GET', '/files/a/tags', 'GET /files/{name}/tags', { name: 'a' }],
    ['GET', '/files/a/b/tags', 'GET /files/{key+}', { key: 'a/b/tags' }],
    ['GET', '/search', 'GET /search/', {}],
    ['GET', '/search/?kind=other', 'GET /search/', {}],
    ['GET', '/search?x=1&kind=full', 'GET /search?kind=full', {}],
    ['GET', '/search?deep=&kind=full', 'GET /search?kind=full&deep', {}],
    ['GET', '/books/%E0%A4%A', 'GET /books/{id}', { id: '%E0%A4%A' }],
    ['GET', '/books/__proto__', 'GET /books/{id}', { id: '__proto__' }],
  ])('%s %s leads to %s', (method, url, target, labels) => {
    expect(find(routes, method, url)).toEqual([target, labels]);
  });

  it.each([
    ['DELETE', '/books'],
    ['GET', '/'],
    ['GET', '/books/x/pages'],
    ['GET', '/books/x/y'],
    ['GET', '/files'],
    ['GET', '/Books'],
  ])('%s %s leads nowhere', (method, url) => {
    expect(find(routes, method, url)).toBeUndefined();
  });

  it('prefers the segment with more text beside its labels', () => {
    const places = [
      entry('GET', '/at/{x},{y}'),
      entry('GET', '/at/{x},{y},{z}'),
      entry('GET', '/at/{x},here'),
    ];
    expect(find(places, 'GET', '/at/1,2')).toEqual(['GET /at/{x},{y}', { x: '1', y: '2' }]);
    expect(find(places, 'GET', '/at/1,2,3')).toEqual(['GET /at/{x},{y},{z}', { x: '1', y: '2', z: '3' }]);
    expect(find(places, 'GET', '/at/1,here')).toEqual(['GET /at/{x},here', { x: '1' }]);
  });

  it('does not depend on the order of the routes', () => {
    expect(find([...routes].reverse(), 'GET', '/books/new')).toEqual(['GET /books/new', {}]);
    expect(find([...routes].reverse(), 'GET', '/search?kind=full&deep')).toEqual([
      'GET /search?kind=full&deep',
      {},
    ]);
  });
});
