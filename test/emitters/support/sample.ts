import {
  bind,
  error,
  length,
  list,
  map,
  member,
  operation,
  pattern,
  range,
  ref,
  scalar,
  service,
  string,
  structure,
  uses,
  values,
  fact,
} from './build.js';

/** A service with every kind of thing that a generated package can hold. */
export const library = service({
  id: 'library',
  title: fact('Amazon Library'),
  endpointPrefix: 'library-api',
  signingName: 'library',
  operations: [
    operation('CreateBook', {
      description: 'Adds a book. The **title** must be new: see [GetBook](API_GetBook.md).\n\n@internal',
      input: [
        member('title', string(length(1, 128), pattern('[a-z */`]+')), {
          required: true,
          description: 'Its title.',
          line: 31,
        }),
        member('format', string(values('HARDCOVER', 'PAPERBACK', 'e-book')), { required: true }),
        member('clientToken', string(), { idempotencyToken: true }),
        member('published', scalar('timestamp')),
        member('cover', scalar('blob')),
        member('tags', map(string(length(1, 10)), string())),
        member('traceId', string(), { wireName: 'x-trace-id', location: 'header' }),
        member('copies', scalar('integer', range(0, 900)), { default: 1 }),
      ],
      output: [member('bookId', string()), member('statusCode', scalar('integer'), { location: 'status' })],
      errors: uses('ConflictException', 'ValidationException'),
    }),
    operation('ListBooks', {
      input: [
        member('nextToken', string(), { location: 'query' }),
        member('maxResults', scalar('integer', range(1, 100)), {
          location: 'query',
          deprecated: 'Pages have one size.',
        }),
      ],
      output: [member('books', list(ref('Book'))), member('nextToken', string())],
      errors: uses('ValidationException'),
      pagination: {
        inputToken: 'nextToken',
        outputToken: 'nextToken',
        items: 'books',
        ...(operation('').source && { known: 'inferred', source: operation('').source }),
      },
    }),
    operation('DeleteBook', {
      input: [member('bookId', string(), { required: true, location: 'label' })],
      deprecated: fact('Use ArchiveBook.'),
    }),
  ],
  shapes: [
    structure(
      'Book',
      [
        member('title', string()),
        member('format', string(values('HARDCOVER', 'PAPERBACK', 'e-book'))),
        member('chapters', list(ref('Chapter'))),
        member('owner', ref('Owner')),
      ],
      { description: 'A book.' },
    ),
    structure('Chapter', [member('sections', list(ref('Chapter'))), member('notes', scalar('document'))]),
    structure('Owner', [member('person', string()), member('company', ref('Company'))], { kind: 'union' }),
    structure('Company', [member('name', string(), { required: true }), member('founded', scalar('long'))]),
  ],
  errors: [
    error('ConflictException', 409, [member('existing', ref('Book'))]),
    error('ValidationException', 400),
  ],
});

export const boundLibrary = bind(library);
