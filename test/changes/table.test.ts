import { outputOf, withSuccess } from '../../src/model/walk.js';
import { describe, expect, it } from 'vitest';
import { changeRules } from '../../src/changes/rules.js';
import type { Member, Service } from '../../src/model/model.js';
import {
  error,
  fact,
  length,
  member,
  operation,
  pattern,
  ref,
  scalar,
  string,
  structure,
  uses,
  values,
} from '../emitters/support/build.js';
import { books, changesTo, withMember, withOperation, withOutput, withShape } from './sample.js';

const input = (name: string, change: (one: Member) => Member | undefined): Service =>
  withOperation('GetBook', (one) => ({ ...one, input: withMember(one.input, name, change) }));

const output = (name: string, change: (one: Member) => Member | undefined): Service =>
  withOperation('GetBook', (one) => withOutput(one, withMember(outputOf(one), name, change)));

const addInput = (added: Member): Service =>
  withOperation('GetBook', (one) => ({ ...one, input: [...one.input, added] }));

const addOutput = (added: Member): Service =>
  withOperation('GetBook', (one) => withOutput(one, [...outputOf(one), added]));

const typed =
  (...constraints: Parameters<typeof string>) =>
  (one: Member): Member => ({
    ...one,
    type: string(...constraints),
  });

const http = (parts: { method?: string; uri?: string; status?: number }): Service =>
  withOperation('LendBook', (one) => ({
    ...withSuccess(one, (response) => ({ ...response, status: fact(parts.status ?? 201) })),
    http: { method: fact(parts.method ?? 'POST'), uri: fact(parts.uri ?? '/books/{id}/loans') },
  }));

/** Each line of the table, once: what is done to the model, and what the table says of it, read off by hand. */
const table: readonly (readonly [string, Service, readonly string[]])[] = [
  [
    'operation removed',
    withOperation('LendBook', () => undefined),
    ['operation-removed LendBook: major major major'],
  ],
  ['method changed', http({ method: 'PUT' }), ['route-changed LendBook.method: major major major']],
  ['path changed', http({ uri: '/loans/{id}' }), ['route-changed LendBook.uri: major major major']],
  [
    'label changed',
    withOperation('GetBook', (one) => ({
      ...one,
      input: withMember(one.input, 'edition', (it) => ({ ...it, location: fact('label') })),
    })),
    ['route-changed GetBook.input.edition.location: major major major'],
  ],
  [
    'operation added',
    { ...books, operations: [...books.operations, operation('CountBooks')] },
    ['operation-added CountBooks: minor minor minor'],
  ],
  [
    'required input member added',
    addInput(member('shelf', scalar('long'), { required: true })),
    ['required-input-added GetBook.input.shelf: major major minor'],
  ],
  [
    'optional input member added',
    addInput(member('shelf', scalar('long'))),
    ['optional-input-added GetBook.input.shelf: minor minor minor'],
  ],
  [
    'input member removed',
    input('edition', () => undefined),
    ['input-removed GetBook.input.edition: minor major major'],
  ],
  [
    'input optional to required',
    input('edition', (one) => ({ ...one, required: fact(true) })),
    ['input-now-required GetBook.input.edition.required: major major minor'],
  ],
  [
    'input required to optional',
    withOperation('LendBook', (one) => ({
      ...one,
      input: withMember(one.input, 'until', (it) => ({ ...it, required: fact(false) })),
    })),
    ['input-now-optional LendBook.input.until.required: none minor major'],
  ],
  [
    'type changed (input)',
    input('edition', (one) => ({ ...one, type: string() })),
    ['type-changed GetBook.input.edition.type: major major major'],
  ],
  [
    'type changed (output)',
    output('title', (one) => ({ ...one, type: scalar('long') })),
    ['type-changed GetBook.output.title.type: major major major'],
  ],
  [
    'allowed value removed (input)',
    input('language', typed(values('en'))),
    ['input-value-removed GetBook.input.language.values: major major minor'],
  ],
  [
    'allowed value added (input)',
    input('language', typed(values('de', 'en', 'fr'))),
    ['input-value-added GetBook.input.language.values: none minor major'],
  ],
  [
    'bound tightened (input)',
    input('id', typed(length(1, 30), pattern('[a-z0-9-]+'))),
    ['input-bound-tightened GetBook.input.id.length.max: major none minor'],
  ],
  [
    'bound newly set (input)',
    withShape('Reader', (one) => ({
      ...one,
      members: withMember(one.members, 'city', typed(length(undefined, 9))),
    })),
    ['input-bound-set Reader.city.length.max: major none minor'],
  ],
  [
    'bound relaxed (input)',
    input('id', typed(length(1, 64), pattern('[a-z0-9-]+'))),
    ['input-bound-relaxed GetBook.input.id.length.max: none none minor'],
  ],
  [
    'bound removed (input)',
    input('id', typed(length(1), pattern('[a-z0-9-]+'))),
    ['input-bound-relaxed GetBook.input.id.length.max: none none minor'],
  ],
  [
    'pattern added',
    withShape('Reader', (one) => ({
      ...one,
      members: withMember(one.members, 'city', typed(pattern('[A-Z].*'))),
    })),
    ['input-pattern-added Reader.city.pattern: major none minor'],
  ],
  [
    'pattern changed',
    input('id', typed(length(1, 36), pattern('[a-z]+'))),
    ['input-pattern-changed GetBook.input.id.pattern: warn none minor'],
  ],
  [
    'required output member removed',
    output('authors', () => undefined),
    ['output-removed GetBook.output.authors: major major minor'],
  ],
  [
    'optional output member removed',
    output('title', () => undefined),
    ['output-removed-optional GetBook.output.title: warn major minor'],
  ],
  [
    'output member added',
    addOutput(member('shelf', scalar('long'))),
    ['output-added GetBook.output.shelf: minor minor minor'],
  ],
  [
    'output member added that must be returned',
    addOutput(member('shelf', scalar('long'), { required: true })),
    ['output-added-required GetBook.output.shelf: minor minor major'],
  ],
  [
    'allowed value added (output)',
    output('state', typed(values('LENT', 'LOST', 'THERE'))),
    ['output-value-added GetBook.output.state.values: minor minor none'],
  ],
  [
    'allowed value removed (output)',
    output('state', typed(values('THERE'))),
    ['output-value-removed GetBook.output.state.values: none major major'],
  ],
  [
    'bound widened (output)',
    output('title', typed(length(1, 200))),
    ['output-bound-relaxed GetBook.output.title.length.max: warn none none'],
  ],
  [
    'bound removed (output)',
    output('title', typed(length(1))),
    ['output-bound-relaxed GetBook.output.title.length.max: warn none none'],
  ],
  [
    'success status changed',
    http({ status: 200 }),
    ['status-changed LendBook.successStatus: major major major'],
  ],
  [
    'error added',
    withOperation('GetBook', (one) => ({ ...one, errors: uses('GoneException', 'LentException') })),
    ['error-added GetBook.errors.LentException: minor minor none'],
  ],
  [
    'error removed',
    withOperation('LendBook', (one) => ({ ...one, errors: uses('LentException') })),
    ['error-removed LendBook.errors.GoneException: none major minor'],
  ],
  [
    'status of an error changed',
    { ...books, errors: [error('GoneException', 410), error('LentException', 409)] },
    ['error-status-changed GoneException.status: major minor major'],
  ],
  [
    'deprecation added',
    input('edition', (one) => ({ ...one, deprecated: fact('Use the id.') })),
    ['deprecated GetBook.input.edition.deprecated: none patch none'],
  ],
  [
    'wording changed',
    output('title', (one) => ({ ...one, description: 'How it is called.' })),
    ['wording GetBook.output.title.description: none patch none'],
  ],
];

describe('each line of the table', () => {
  it.each(table)('%s', (_, after, expected) => {
    expect(changesTo(after)).toEqual(expected);
  });

  it('names rules that say why, in one sentence', () => {
    for (const { why, title } of Object.values(changeRules)) {
      expect(why).toMatch(/^[A-Z][^\n]*[^.]\.$/u);
      expect(title).not.toMatch(/\.$/u);
    }
  });
});

describe('what the rules ask of the whole service', () => {
  it('takes a list of values for open where the shape is received as well', () => {
    const shared = withOperation('GetBook', (one) =>
      withOutput(one, [...outputOf(one), member('by', ref('Reader'))]),
    );
    const listed = (...allowed: string[]) =>
      withShape(
        'Reader',
        (one) => ({ ...one, members: withMember(one.members, 'city', typed(values(...allowed))) }),
        shared,
      );
    expect(changesTo(listed('Bonn', 'Köln'), listed('Bonn'))).toEqual([
      'input-value-added-open Reader.city.values: none minor minor',
      'output-value-added Reader.city.values: minor minor none',
    ]);
  });

  it('judges only the types of a shape that nothing sends or receives', () => {
    const lonely = { ...books, shapes: [...books.shapes, structure('Lonely', [member('x', string())])] };
    expect(
      changesTo(
        withShape('Lonely', (one) => ({ ...one, members: [] }), lonely),
        lonely,
      ),
    ).toEqual([
      'input-removed Lonely.x: none major none',
      'output-removed-optional Lonely.x: none major none',
    ]);
  });

  it('does not take a minimum of nothing for a bound', () => {
    const after = withShape('Reader', (one) => ({
      ...one,
      members: withMember(one.members, 'city', typed(length(0))),
    }));
    expect(changesTo(after)).toEqual(['bound-void Reader.city.length.min: none patch none']);
  });

  it('does not take a default that is newly stated for another default', () => {
    const stated = input('edition', (one) => ({ ...one, default: fact(1) }));
    const other = input('edition', (one) => ({ ...one, default: fact(2) }));
    expect(changesTo(stated)).toEqual(['default-stated GetBook.input.edition.default: warn patch warn']);
    expect(changesTo(other, stated)).toEqual([
      'default-changed GetBook.input.edition.default: minor patch minor',
    ]);
    const received = output('title', (one) => ({ ...one, default: fact('none') }));
    expect(changesTo(received)).toEqual(['wording GetBook.output.title.default: none patch none']);
  });

  it('looks into elements, keys and values', () => {
    const after = withOperation('LendBook', (one) => ({
      ...one,
      input: withMember(one.input, 'labels', (it) => ({
        ...it,
        type: { ...it.type, kind: 'map', key: string(length(1)), value: string(length(undefined, 10)) },
      })),
    }));
    expect(changesTo(after)).toEqual([
      'input-bound-set LendBook.input.labels.key.length.min: major none minor',
      'input-bound-tightened LendBook.input.labels.value.length.max: major none minor',
    ]);
  });
});

describe('renames', () => {
  it('knows a shape by its members and its place', () => {
    const renamed = withOperation(
      'GetBook',
      (one) => ({
        ...one,
        input: withMember(one.input, 'reader', (it) => ({ ...it, type: ref('Visitor') })),
      }),
      withShape('Reader', (one) => ({ ...one, name: 'Visitor' })),
    );
    expect(changesTo(renamed)).toEqual(['shape-renamed Visitor: none major major']);
  });

  it('knows an operation by its method and path', () => {
    const renamed = withOperation('LendBook', (one) => ({ ...one, name: 'BorrowBook' }));
    expect(changesTo(renamed)).toEqual(['operation-renamed BorrowBook: none major major']);
  });

  it('knows an operation without a path by its members and name, and says that the name travels', () => {
    const plain = withOperation('LendBook', ({ http: _, ...one }) => one);
    const renamed = withOperation('LendBook', (one) => ({ ...one, name: 'LendBooks' }), plain);
    expect(changesTo(renamed, plain)).toEqual(['operation-renamed-on-wire LendBooks: major major major']);
  });

  it('knows a member by its name on the wire', () => {
    const renamed = input('edition', (one) => ({ ...one, name: 'editionNumber' }));
    expect(changesTo(renamed)).toEqual(['member-renamed GetBook.input.editionNumber: none major major']);
  });

  it('knows a member whose name changed its case', () => {
    const renamed = output('title', (one) => ({ ...one, name: 'Title', wireName: 'Title' }));
    expect(changesTo(renamed)).toEqual(['member-renamed-on-wire GetBook.output.Title: major major major']);
  });

  it('does not take what is merely of the same type for the same', () => {
    const other = output('title', (one) => ({
      ...one,
      name: 'isbn',
      wireName: 'isbn',
      description: 'The number.',
    }));
    expect(changesTo(other)).toEqual([
      'output-removed-optional GetBook.output.title: warn major minor',
      'output-added GetBook.output.isbn: minor minor minor',
    ]);
  });
});
