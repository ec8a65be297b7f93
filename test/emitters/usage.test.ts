import { describe, expect, it } from 'vitest';
import { typeErrors } from './support/compile.js';
import { emitAll } from './support/emit.js';
import { library } from './support/sample.js';

/** What people write against the package, each in a function of its own. */
const fine = {
  'values by their const object': `use<CreateBookInput>({ title: 'x', format: BookFormat.e_book });`,
  'values by themselves': `use<CreateBookInput>({ title: 'x', format: 'PAPERBACK' });`,
  'undefined where an input may lack a member': `use<CreateBookInput>({ title: 'x', format: 'e-book', cover: undefined });`,
  'a received value that is not known yet': `use<Book>({ format: 'AUDIO' });`,
  'a union with one member': `use<Owner>({ person: 'x' }); use<Owner>({ company: { name: 'x' } });`,
  'a narrowed union': `const name = (owner: Owner) => (owner.company === undefined ? owner.person : owner.company.name); use<(owner: Owner) => string>(name);`,
  'a received value given back': `const back = (book: Book) => use<BookFormat | string | undefined>(book.format); back({});`,
  'a call without input where nothing is required': `async () => { for await (const book of client.listBooksItems()) use<Book>(book); await client.listBooks(); };`,
  'an error by its class': `(error: unknown) => { if (error instanceof ConflictException) { use<409 | number>(error.status); use<Book | undefined>(error.members.existing); use<'ConflictException'>(error.name); } };`,
  'an error that a handler throws': `createHandler({ createBook: () => { throw new ConflictException('There is one.', { existing: {} }); } });`,
  'handlers of a class': `class Shelf { books: Book[] = []; listBooks() { return { books: this.books }; } } createHandler(new Shelf());`,
  'a handler that is written apart': `const remove: DeleteBookHandler = ({ bookId }, { requestId }) => { use<string>(bookId + requestId); return {}; }; createHandler({ deleteBook: remove });`,
};

const wrong = {
  'an unknown value in an input': `use<CreateBookInput>({ title: 'x', format: 'AUDIO' });`,
  'no value for what is required': `use<CreateBookInput>({ format: 'e-book' });`,
  'a text for a date': `use<CreateBookInput>({ title: 'x', format: 'e-book', published: '2020-01-01' });`,
  'a member that there is not': `use<CreateBookInput>({ title: 'x', format: 'e-book', colour: 'red' });`,
  'a union with two members': `use<Owner>({ person: 'x', company: { name: 'x' } });`,
  'a union with no member': `use<Owner>({});`,
  'undefined where an output lacks a member': `use<CreateBookOutput>({ bookId: undefined });`,
  'a call without a required input': `client.createBook();`,
  'a handler with another output': `createHandler({ listBooks: () => ({ books: 'none' }) });`,
};

const names =
  'BookFormat, ConflictException, createClient, createHandler, type Book, type CreateBookInput, type CreateBookOutput, type DeleteBookHandler, type Owner';

const asFile = (code: string, path: string) => ({
  path,
  content: `import { ${names} } from './index.js';
const use = <T>(value: T): T => value;
const client = createClient({ region: 'eu-west-1' });
export const it = () => { ${code} };
export type Used = [Book, CreateBookInput, CreateBookOutput, DeleteBookHandler, Owner];
export const used = [BookFormat, ConflictException, createHandler, client, use];`,
});

const cases = [...Object.values(fine), ...Object.values(wrong)];
const errors = typeErrors([
  ...emitAll(library),
  ...cases.map((code, at) => asFile(code, `case${String(at)}.ts`)),
]);
const errorsOf = (code: string): readonly string[] =>
  errors.filter((message) => message.startsWith(`case${String(cases.indexOf(code))}.ts:`));

describe('compiles', () => {
  it.each(Object.entries(fine))('%s', (_, code) => {
    expect(errorsOf(code)).toEqual([]);
  });
});

describe('does not compile', () => {
  it.each(Object.entries(wrong))('%s', (_, code) => {
    expect(errorsOf(code)).toHaveLength(1);
  });
});
