import { irVersion } from '../../src/model/model.js';
import { withSuccess } from '../../src/model/walk.js';
import type { Member, Model, Operation, Service, Shape } from '../../src/model/model.js';
import { compareServices } from '../../src/changes/compare/services.js';
import { fact } from '../emitters/support/build.js';
import {
  error,
  length,
  list,
  map,
  member,
  operation,
  pattern,
  ref,
  scalar,
  service,
  string,
  structure,
  uses,
  values,
} from '../emitters/support/build.js';

/** A service with one of everything that can change. */
export const books: Service = service({
  protocol: fact('restJson1'),
  operations: [
    operation('GetBook', {
      description: 'Gives a book.',
      http: { method: fact('GET'), uri: fact('/books/{id}') },
      input: [
        member('id', string(length(1, 36), pattern('[a-z0-9-]+')), { required: true, location: 'label' }),
        member('edition', scalar('integer')),
        member('language', string(values('de', 'en'))),
        member('reader', ref('Reader')),
      ],
      output: [
        member('title', string(length(1, 100)), { description: 'The title.' }),
        member('state', string(values('LENT', 'THERE'))),
        member('authors', list(ref('Author')), { required: true }),
      ],
      errors: uses('GoneException'),
    }),
    operation('LendBook', {
      http: { method: fact('POST'), uri: fact('/books/{id}/loans') },
      status: 201,
      input: [
        member('id', string(), { required: true, location: 'label' }),
        member('until', scalar('timestamp'), { required: true }),
        member('labels', map(string(), string(length(undefined, 20)))),
      ],
      output: [member('loanId', string())],
      errors: uses('GoneException', 'LentException'),
    }),
  ],
  shapes: [
    structure('Author', [member('name', string()), member('born', scalar('integer'))]),
    structure('Reader', [member('card', string(length(8, 8))), member('city', string())]),
  ],
  errors: [error('GoneException', 404), error('LentException', 409)],
});

export const modelOf = (...services: readonly Service[]): Model => ({ irVersion, services });

/** `rule fact: wire types server` for every change. */
export const changesTo = (after: Service, before: Service = books): readonly string[] =>
  compareServices(before, after).map(
    ({ rule, fact: id, wire, types, server }) => `${rule} ${id}: ${wire} ${types} ${server}`,
  );

/** The service with one operation changed, or taken away. */
export const withOperation = (
  name: string,
  change: (one: Operation) => Operation | undefined,
  from: Service = books,
): Service => ({
  ...from,
  operations: from.operations.flatMap((one) => (one.name === name ? (change(one) ?? []) : [one])),
});

/** The service with one shape changed, or taken away. */
export const withShape = (
  name: string,
  change: (one: Shape) => Shape | undefined,
  from: Service = books,
): Service => ({
  ...from,
  shapes: from.shapes.flatMap((one) => (one.name === name ? (change(one) ?? []) : [one])),
});

/** Members with one of them changed, or taken away. */
export const withMember = (
  members: readonly Member[],
  name: string,
  change: (one: Member) => Member | undefined,
): readonly Member[] => members.flatMap((one) => (one.name === name ? (change(one) ?? []) : [one]));

/** The operation with other members in its usual response. */
export const withOutput = (operation: Operation, members: readonly Member[]): Operation =>
  withSuccess(operation, (response) => ({ ...response, members }));
