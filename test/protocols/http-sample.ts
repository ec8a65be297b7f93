import type { AuthDescription, Member, Operation, Pagination, Server } from '../../src/model/model.js';
import type { BoundService } from '../../src/ecosystems/ecosystem.js';
import type { Type } from '../../src/model/types.js';
import {
  bindHttp,
  call,
  error,
  fact,
  list,
  map,
  member,
  nullable,
  oneOf,
  type OperationParts,
  ref,
  response,
  scalar,
  string,
  structure,
  styled,
  styles,
  uses,
  values,
} from '../emitters/support/build.js';

/** A small API of our own that uses every place, style and body that the protocol `http` can carry. */

const { source, known } = fact('');

const query = (name: string, type: Type): Member => member(name, type, { location: 'query' });
const id = member('bookId', string(), { location: 'label', required: true, wireName: 'book_id' });
const book = member('book', ref('Book'), { location: 'payload' });

export const operations: readonly Operation[] = [
  call('GetBook', 'GET', '/books/{book_id}', {
    input: [
      id,
      query('fields', list(string())),
      member('trace', string(), { location: 'header', wireName: 'X-Trace' }),
    ],
    output: [book],
    errors: uses('BookNotFound', 'BookGone'),
  }),
  call('CreateBook', 'POST', '/books', {
    input: [
      member('title', string(), { required: true }),
      member('subtitle', nullable(string())),
      member('pages', scalar('integer')),
      member('printedAt', scalar('timestamp'), { wireName: 'printed_at' }),
      member('tags', list(nullable(string()))),
      member('owner', oneOf('kind', ref('Person'), ref('Company'))),
      member('size', oneOf(undefined, scalar('integer'), string(), list(scalar('integer')))),
      member('session', string(), { location: 'cookie' }),
    ],
    responses: [response(201, [book]), response(202, [member('job', string())]), response(204, [])],
    errors: uses('TitleTaken', 'TitleBad', 'Unauthorised'),
  }),
  call('ListBooks', 'GET', '/books', {
    input: [query('page', scalar('integer'))],
    output: [member('books', list(ref('Book')), { location: 'payload' })],
    auth: fact([]),
  }),
  call('SearchBooks', 'GET', '/search', {
    input: styles.flatMap((style) => [
      styled(style, query(`${style}List`, list(string()))),
      styled(style, query(`${style}Map`, map(string(), string()))),
      styled(style, query(`${style}Numbers`, list(scalar('integer')))),
    ]),
    output: [
      member('total', scalar('integer')),
      member('remaining', scalar('integer'), { location: 'header', wireName: 'X-Left' }),
    ],
  }),
  call('FilterBooks', 'POST', '/filter', {
    mediaTypes: fact(['application/x-www-form-urlencoded']),
    input: [
      styled('deepObject', member('filter', ref('Filter'))),
      styled('indices', member('orders', list(ref('Order')))),
      member('limit', scalar('integer')),
      member('exact', scalar('boolean')),
    ],
    output: [member('count', scalar('integer'), { location: 'payload' })],
  }),
  call('UploadCover', 'POST', '/books/{book_id}/cover.{format}', {
    mediaTypes: fact(['multipart/form-data']),
    input: [
      id,
      member('format', string(), { location: 'label', required: true }),
      member('cover', scalar('file'), { required: true }),
      member('pages', list(scalar('file'))),
      member('thumbnail', scalar('blob')),
      member('caption', string()),
      member('details', ref('Filter')),
    ],
    status: 204,
  }),
  call('SendMessage', 'POST', '/messages', {
    mediaTypes: fact(['application/json', 'multipart/form-data']),
    input: [
      member('text', string()),
      member('files', list(scalar('file'))),
      query('to', oneOf(undefined, list(string()), string())),
    ],
    status: 204,
  }),
  call('GetCover', 'GET', '/books/{book_id}/cover', {
    input: [id],
    responses: [response(200, [member('cover', scalar('file'), { location: 'payload' })], 'image/png')],
  }),
  call('PutNotes', 'PUT', '/books/{book_id}/notes', {
    input: [id, member('notes', string(), { location: 'payload', required: true })],
    output: [member('notes', string(), { location: 'payload' })],
  }),
  call('PutRaw', 'PUT', '/raw/{path+}', {
    input: [
      member('path', string(), { location: 'label', required: true }),
      member('bytes', scalar('blob'), { location: 'payload' }),
    ],
    output: [member('bytes', scalar('blob'), { location: 'payload' })],
  }),
  call('GetReport', 'GET', '/reports/{year}/{month?}', {
    input: [
      member('year', scalar('integer'), { location: 'label', required: true }),
      member('month', scalar('integer'), { location: 'label' }),
    ],
    output: [member('report', scalar('document'), { location: 'payload' })],
  }),
];

const paged = (
  parts: Pick<Pagination, 'style' | 'inputToken' | 'outputToken'> & Partial<Pagination>,
): OperationParts => ({
  pagination: { ...parts, source, known },
});

/** Lists of pages in every style. */
export const lists: readonly Operation[] = [
  call('ListByToken', 'GET', '/by-token', {
    input: [query('cursor', string())],
    output: [member('page', ref('Page'), { location: 'payload' })],
    ...paged({ style: 'token', inputToken: 'cursor', outputToken: 'page.meta.next', items: 'page.books' }),
  }),
  call('ListByPage', 'GET', '/by-page', {
    input: [query('page', scalar('integer')), query('perPage', scalar('integer'))],
    output: [member('books', list(ref('Book')), { location: 'payload' })],
    ...paged({ style: 'page', inputToken: 'page', outputToken: '', items: 'books', pageSize: 'perPage' }),
  }),
  call('ListByOffset', 'GET', '/by-offset', {
    input: [query('skip', scalar('integer'))],
    output: [member('books', list(ref('Book'))), member('total', scalar('integer'))],
    ...paged({ style: 'offset', inputToken: 'skip', outputToken: '', items: 'books' }),
  }),
  call('ListByLink', 'GET', '/by-link/{shelf}', {
    input: [member('shelf', string(), { location: 'label', required: true }), query('after', string())],
    output: [member('books', list(ref('Book')), { location: 'payload' })],
    ...paged({ style: 'link', inputToken: '', outputToken: '', items: 'books' }),
  }),
  call('ListByNext', 'GET', '/by-next', {
    output: [member('value', list(ref('Book'))), member('@api.next', string())],
    ...paged({ style: 'link', inputToken: '', outputToken: '@api.next', items: 'value' }),
  }),
  call('ListByKey', 'GET', '/by-key', {
    input: [query('after', string()), query('limit', scalar('integer'))],
    output: [member('books', list(ref('Book')), { location: 'payload' })],
    ...paged({ style: 'key', inputToken: 'after', outputToken: 'id', items: 'books', pageSize: 'limit' }),
  }),
];

export const pageShapes = [
  structure('Page', [member('books', list(ref('Book'))), member('meta', ref('Meta'))]),
  structure('Meta', [member('next', string(), { wireName: 'next_cursor' })]),
];

export const shapes = [
  structure('Book', [
    member('id', string(), { required: true, wireName: 'book_id' }),
    member('title', string()),
    member('subtitle', nullable(string())),
    member('printedAt', scalar('timestamp'), { wireName: 'printed_at' }),
    member('owner', oneOf('kind', ref('Person'), ref('Company'))),
    member('scores', map(string(), scalar('double'))),
  ]),
  structure('Person', [member('kind', string(values('person'))), member('name', string())]),
  structure('Company', [
    member('kind', string(values('company'))),
    member('name', string()),
    member('seat', string()),
  ]),
  structure('Filter', [
    member('author', string()),
    member('years', list(scalar('integer'))),
    member('inner', ref('Filter')),
  ]),
  structure('Order', [member('by', string()), member('descending', scalar('boolean'))]),
];

export const errors = [
  error('BookNotFound', 404, [member('bookId', string(), { wireName: 'book_id' })]),
  error('BookGone', 410),
  { ...error('TitleTaken', 409), code: fact('taken') },
  {
    ...error('TitleBad', 409, [member('error_code', scalar('integer')), member('detail', string())]),
    code: fact(10003),
  },
  error('Unauthorised', 401),
];

export const server = (url: string, variables?: Server['variables']): Server => ({
  url,
  source,
  known,
  ...(variables && { variables }),
});

export const auth = (
  name: string,
  scheme: string,
  options: AuthDescription['options'] = {},
): AuthDescription => ({
  name,
  scheme,
  options,
  source,
  known,
});

export const httpSample = (parts: Parameters<typeof bindHttp>[0] = {}): BoundService =>
  bindHttp({
    id: 'books',
    title: fact('Books'),
    servers: [server('https://{tenant}.example.com/v1', { tenant: { default: 'acme' } })],
    auth: [auth('bearer', 'bearer'), auth('key', 'apiKey', { in: 'query', name: 'api_key' })],
    operations,
    shapes,
    errors,
    ...parts,
  });
