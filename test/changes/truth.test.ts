import { describe, expect, it } from 'vitest';
import { compareServices } from '../../src/changes/compare/services.js';
import { verdictOf, worst } from '../../src/changes/verdict.js';
import type { Member, Service } from '../../src/ir/model.js';
import {
  error,
  fact,
  length,
  member,
  operation,
  ref,
  scalar,
  string,
  uses,
  values,
} from '../emitters/support/build.js';
import { typeErrors } from '../emitters/support/compile.js';
import { emitAll } from '../emitters/support/emit.js';
import { books, withMember, withOperation, withShape } from './sample.js';

/** A program that somebody wrote against the old package: each use of a name once. */
const program = `
import { GoneException, type Author, type Client, type GetBookOutput, type Reader } from './index.js';

export async function show(client: Client, reader: Reader): Promise<string> {
  try {
    const book = await client.getBook({ id: 'b1', edition: 2, language: 'de', reader });
    await client.lendBook({ id: 'b1', until: new Date(0) });
    return describe(book);
  } catch (error) {
    return error instanceof GoneException ? 'gone' : 'failed';
  }
}

function describe({ title, state, authors }: GetBookOutput): string {
  const names = authors.map((author: Author) => author.name ?? 'nobody');
  return [title?.toUpperCase() ?? 'untitled', state === 'LENT' ? 'lent' : 'there', ...names].join(', ');
}
`;

const input = (name: string, change: (one: Member) => Member | undefined): Service =>
  withOperation('GetBook', (one) => ({ ...one, input: withMember(one.input, name, change) }));

const output = (name: string, change: (one: Member) => Member | undefined): Service =>
  withOperation('GetBook', (one) => ({ ...one, output: withMember(one.output, name, change) }));

const samples: readonly (readonly [string, Service])[] = [
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
    withOperation('GetBook', (one) => ({ ...one, output: [...one.output, member('shelf', string())] })),
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
];

/** What TypeScript says of the program against the package of a service. */
const faultsAgainst = (service: Service): readonly string[] =>
  typeErrors([
    ...emitAll(service, ['types', 'errors', 'client', 'schemas', 'package']),
    { path: 'program.ts', content: program },
  ]);

describe('a program that was written against the old package', () => {
  it('compiles against it', { timeout: 60_000 }, () => {
    expect(faultsAgainst(books)).toEqual([]);
  });

  it.each(samples)(
    '%s: compiles exactly where the types view is not major',
    { timeout: 60_000 },
    (_, after) => {
      const changes = compareServices(books, after);
      const faults = faultsAgainst(after);
      expect(changes.length).toBeGreaterThan(0);
      expect(faults.filter((fault) => !fault.startsWith('program.ts:'))).toEqual([]);
      const verdict = worst(changes.map(({ types }) => verdictOf(types)));
      expect([verdict === 'major', faults]).toEqual([faults.length > 0, faults]);
    },
  );
});
