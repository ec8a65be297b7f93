import { outputOf, withSuccess } from '../../src/model/walk.js';
import { verdictOf, worst, type Verdict } from '../../src/changes/verdict.js';
import { compareServices } from '../../src/changes/compare/services.js';
import type { Change } from '../../src/changes/change.js';
import type { Member, Service } from '../../src/model/model.js';
import {
  error,
  fact,
  length,
  member,
  operation,
  ref,
  scalar,
  string,
  structure,
  uses,
  values,
} from '../emitters/support/build.js';
import { typeErrors } from '../emitters/support/compile.js';
import { emitAll } from '../emitters/support/emit.js';
import {
  books as plain,
  withMember,
  withOperation as change,
  withOutput,
  withShape as changeShape,
} from './sample.js';

/** The sample service with what else a program may name: a paginator, a union, a token, a type that nothing uses. */
const books: Service = {
  ...plain,
  operations: [
    ...plain.operations,
    operation('ListBooks', {
      http: { method: fact('GET'), uri: fact('/books') },
      input: [
        member('after', string(), { location: 'query' }),
        {
          ...member('token', string(), { location: 'query' }),
          idempotencyToken: fact(true),
        },
      ],
      output: [member('next', string()), member('place', ref('Place'))],
      pagination: { ...fact(''), inputToken: 'after', outputToken: 'next' },
    }),
    operation('PlaceBook', {
      http: { method: fact('PUT'), uri: fact('/books/{id}/place') },
      input: [
        member('id', string(), { required: true, location: 'label' }),
        member('place', ref('Place')),
        member('colour', string()),
      ],
    }),
  ],
  shapes: [
    ...plain.shapes,
    structure('Place', [member('shelf', string()), member('cellar', string())], { kind: 'union' }),
    structure('Stamp', [member('ink', string())]),
  ],
};

const withOperation = (...[name, edit, from = books]: Parameters<typeof change>): Service =>
  change(name, edit, from);

const withShape = (...[name, edit, from = books]: Parameters<typeof changeShape>): Service =>
  changeShape(name, edit, from);

/** A program that somebody wrote against the old package: each use of a name once. */
const program = `
import { Language, GetBookState, GoneException, type Author, type Client, type GetBookOutput, type Place, type Reader, type Stamp } from './index.js';

export async function show(client: Client, reader: Reader): Promise<string> {
  try {
    const book = await client.getBook({ id: 'b1', edition: 2, language: Language.de, reader });
    await client.lendBook({ id: 'b1', until: new Date(0) });
    return describe(book);
  } catch (error) {
    return error instanceof GoneException ? 'gone' : 'failed';
  }
}

function describe({ title, state, authors }: GetBookOutput): string {
  const names = authors.map((author: Author) => author.name ?? 'nobody');
  return [title?.toUpperCase() ?? 'untitled', state === GetBookState.LENT ? 'lent' : 'there', ...names].join(', ');
}

export async function* places(client: Client): AsyncGenerator<Place | undefined> {
  for await (const page of client.paginateListBooks({})) yield page.place;
}

export const put = (client: Client, place: Place) => client.placeBook({ id: 'b1', place, colour: 'red' });
export const below: Place = { cellar: 'left' };
export const stamp = ({ ink }: Stamp): string => ink ?? 'dry';
`;

const input = (name: string, change: (one: Member) => Member | undefined): Service =>
  withOperation('GetBook', (one) => ({ ...one, input: withMember(one.input, name, change) }));

const output = (name: string, change: (one: Member) => Member | undefined): Service =>
  withOperation('GetBook', (one) => withOutput(one, withMember(outputOf(one), name, change)));

/** What became of the service, by a few words for it. */
export const samples: readonly (readonly [string, Service])[] = [
  ['operation removed', withOperation('LendBook', () => undefined)],
  ['operation added', { ...books, operations: [...books.operations, operation('CountBooks')] }],
  ['operation renamed', withOperation('LendBook', (one) => ({ ...one, name: 'BorrowBook' }))],
  [
    'required input member added',
    withOperation('GetBook', (one) => ({
      ...one,
      input: [...one.input, member('shelf', string(), { required: true })],
    })),
  ],
  [
    'optional input member added',
    withOperation('GetBook', (one) => ({ ...one, input: [...one.input, member('shelf', string())] })),
  ],
  ['input member removed', input('edition', () => undefined)],
  ['input member renamed', input('edition', (one) => ({ ...one, name: 'editionNumber' }))],
  [
    'input member now required',
    withOperation('LendBook', (one) => ({
      ...one,
      input: withMember(one.input, 'labels', (it) => ({ ...it, required: fact(true) })),
    })),
  ],
  [
    'input member now optional',
    withOperation('LendBook', (one) => ({
      ...one,
      input: withMember(one.input, 'until', (it) => ({ ...it, required: fact(false) })),
    })),
  ],
  ['type of the input changed', input('edition', (one) => ({ ...one, type: string() }))],
  ['type of the output changed', output('title', (one) => ({ ...one, type: scalar('timestamp') }))],
  ['integer widened', input('edition', (one) => ({ ...one, type: scalar('long') }))],
  ['value of the input removed', input('language', (one) => ({ ...one, type: string(values('en')) }))],
  [
    'value of the input added',
    input('language', (one) => ({ ...one, type: string(values('de', 'en', 'fr')) })),
  ],
  ['bound of the input tightened', input('id', (one) => ({ ...one, type: string(length(1, 9)) }))],
  ['output member removed', output('title', () => undefined)],
  [
    'output member added',
    withOperation('GetBook', (one) => withOutput(one, [...outputOf(one), member('shelf', string())])),
  ],
  ['output member now optional', output('authors', (one) => ({ ...one, required: fact(false) }))],
  [
    'value of the output added',
    output('state', (one) => ({ ...one, type: string(values('LENT', 'LOST', 'THERE')) })),
  ],
  [
    'error added',
    withOperation('GetBook', (one) => ({ ...one, errors: uses('GoneException', 'LentException') })),
  ],
  [
    'status of an error changed',
    { ...books, errors: [error('GoneException', 410), error('LentException', 409)] },
  ],
  [
    'shape renamed',
    withOperation(
      'GetBook',
      (one) => ({
        ...one,
        input: withMember(one.input, 'reader', (it) => ({ ...it, type: ref('Visitor') })),
      }),
      withShape('Reader', (one) => ({ ...one, name: 'Visitor' })),
    ),
  ],
  [
    'shape member added',
    withShape('Reader', (one) => ({ ...one, members: [...one.members, member('age', scalar('integer'))] })),
  ],
  ['deprecation added', output('title', (one) => ({ ...one, deprecated: fact('Use the names.') }))],
  ['wording changed', output('title', (one) => ({ ...one, description: 'How it is called.' }))],
  [
    'error gone from the service',
    {
      ...withOperation(
        'LendBook',
        (one) => ({ ...one, errors: [] }),
        withOperation('GetBook', (one) => ({ ...one, errors: [] })),
      ),
      errors: [],
    },
  ],
  [
    'operation renamed with its path',
    withOperation('LendBook', (one) => ({
      ...one,
      name: 'LendBooks',
      http: { method: fact('POST'), uri: fact('/loans/{id}') },
      status: 201,
    })),
  ],
  ['member of the output renamed', output('title', (one) => ({ ...one, name: 'Title', wireName: 'Title' }))],
  ['required output member removed', output('authors', () => undefined)],
  [
    'required output member added',
    withOperation('GetBook', (one) =>
      withOutput(one, [...outputOf(one), member('shelf', string(), { required: true })]),
    ),
  ],
  ['output member now required', output('state', (one) => ({ ...one, required: fact(true) }))],
  ['value of the output removed', output('state', (one) => ({ ...one, type: string(values('THERE')) }))],
  ['values of the input no longer listed', input('language', (one) => ({ ...one, type: string() }))],
  ['values of the output no longer listed', output('state', (one) => ({ ...one, type: string() }))],
  ['values of the output newly listed', output('title', (one) => ({ ...one, type: string(values('A')) }))],
  [
    'values of the input newly listed',
    withOperation('PlaceBook', (one) => ({
      ...one,
      input: withMember(one.input, 'colour', (it) => ({ ...it, type: string(values('blue')) })),
    })),
  ],
  [
    'member of a union removed',
    withShape('Place', (one) => ({ ...one, members: withMember(one.members, 'cellar', () => undefined) })),
  ],
  [
    'member of a union added',
    withShape('Place', (one) => ({ ...one, members: [...one.members, member('roof', string())] })),
  ],
  ['shape removed', withShape('Stamp', () => undefined)],
  ['shape added', { ...books, shapes: [...books.shapes, structure('Seal', [])] }],
  ['pages no longer recognised', withOperation('ListBooks', ({ pagination: _, ...one }) => one)],
  [
    'pages recognised',
    withOperation('PlaceBook', (one) => ({
      ...one,
      input: [...one.input, member('after', string())],
      output: [member('next', string())],
      pagination: { ...fact(''), inputToken: 'after', outputToken: 'next' },
    })),
  ],
  [
    'token no longer filled in',
    withOperation('ListBooks', (one) => ({
      ...one,
      input: withMember(one.input, 'token', ({ idempotencyToken: _, ...it }) => it),
    })),
  ],
  [
    'token filled in',
    withOperation('PlaceBook', (one) => ({
      ...one,
      input: withMember(one.input, 'colour', (it) => ({ ...it, idempotencyToken: fact(true) })),
    })),
  ],
  ['place of a member changed', input('edition', (one) => ({ ...one, location: fact('query') }))],
  ['name on the wire changed', input('edition', (one) => ({ ...one, wireName: 'ed' }))],
  ['bound of the output relaxed', output('title', (one) => ({ ...one, type: string(length(1, 999)) }))],
  ['default stated', input('edition', (one) => ({ ...one, default: fact(1) }))],
  ['error added to the service', { ...books, errors: [...books.errors, error('LostException', 410)] }],
];

/** Changes that the table calls major for the types although nothing that people write has to change. */
export const unwritten: Readonly<Record<string, Service>> = {
  'route-changed': withOperation('LendBook', (one) => ({
    ...one,
    http: { method: fact('PUT'), uri: fact('/books/{id}/loans') },
    status: 201,
  })),
  'status-changed': withOperation('LendBook', (one) =>
    withSuccess(one, (response) => ({ ...response, status: fact(200) })),
  ),
};

/** What TypeScript says of the program against the package of a service. */
export const faultsAgainst = (service: Service): readonly string[] =>
  typeErrors([
    ...emitAll(service, ['types', 'errors', 'client', 'schemas', 'package']),
    { path: 'program.ts', content: program },
  ]);

export const changesOf = (after: Service): readonly Change[] => compareServices(books, after);

/** What the types view says of changes. */
export const typesVerdict = (changes: readonly Change[]): Verdict =>
  worst(changes.map(({ types }) => verdictOf(types)));

export { books as oldService };
