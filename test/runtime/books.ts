import type { AwsServiceSchema } from '../../src/ecosystems/aws/runtime/service.js';
import type { OperationSchema, StructureSchema } from '../../src/runtime/schema/schema.js';

/** A small service that uses every place a member can travel in. */
export const bookService: AwsServiceSchema = {
  id: 'books',
  apiVersion: '2020-01-01',
  endpointPrefix: 'books',
  signingName: 'books',
  targetPrefix: 'Books_2020',
};

export interface Book {
  readonly id: string;
  readonly title?: string;
  readonly printed?: Date;
  readonly cover?: Uint8Array;
  readonly prices?: { readonly [currency: string]: number };
  readonly tags?: readonly string[];
  readonly shelf?: string;
}

const book: StructureSchema = {
  kind: 'structure',
  members: {
    id: { schema: 'string', at: 'label' },
    title: 'string',
    printed: { schema: 'timestamp', wire: 'printedAt' },
    cover: 'blob',
    prices: { kind: 'map', value: 'double' },
    tags: { schema: { kind: 'list', element: 'string' }, at: 'query', wire: 'tag' },
    shelf: { schema: 'string', at: 'header', wire: 'X-Shelf' },
  },
};

const bookOutput: StructureSchema = {
  kind: 'structure',
  members: { ...book.members, id: 'string', tags: { kind: 'list', element: 'string' } },
};

const conflict = {
  name: 'ConflictException',
  status: 409,
  members: { kind: 'structure', members: { shelf: 'string' } },
} as const;

export const createBook: OperationSchema<Book, Book> = {
  name: 'CreateBook',
  method: 'PUT',
  uri: '/books/{id}',
  status: 200,
  input: book,
  output: bookOutput,
  errors: [conflict],
};

export const getBook: OperationSchema<{ readonly id: string }, Book> = {
  name: 'GetBook',
  method: 'GET',
  uri: '/books/{id}',
  status: 200,
  input: { kind: 'structure', members: { id: { schema: 'string', at: 'label' } } },
  output: bookOutput,
  errors: [],
};

export const deleteBook: OperationSchema<{ readonly id: string }, object> = {
  name: 'DeleteBook',
  method: 'DELETE',
  uri: '/books/{id}',
  status: 204,
  input: { kind: 'structure', members: { id: { schema: 'string', at: 'label' } } },
  output: { kind: 'structure', members: {} },
  errors: [],
};
