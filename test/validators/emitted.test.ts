import { expect, test } from 'vitest';
import { emitValidators, loadValidators } from './load.js';
import { formatTypeScript } from '../../src/render/format.js';
import * as m from './model.js';

const example = m.service(
  [
    m.operation(
      'CreateUser',
      [
        m.required('name', m.string(m.length({ min: 1, max: 128 }), m.pattern('[a-z]+$'))),
        m.optional('type', m.string(m.values('USER', 'GROUP'))),
        m.optional('limit', m.scalar('integer', m.range({ min: 1, max: 100 }))),
        m.optional(
          'tags',
          m.map(m.string(m.length({ max: 5 })), m.string(m.length({ max: 3 })), m.count({ max: 2 })),
        ),
        m.optional('groups', m.list(m.reference('Group'), m.count({ min: 1 }))),
        m.optional('secret', m.scalar('blob', m.length({ max: 4 }))),
        m.optional('at', m.scalar('timestamp')),
      ],
      [m.optional('user', m.reference('Group'))],
    ),
  ],
  [
    m.structure(
      'Group',
      m.required('id', m.string(m.values('A', 'B'))),
      m.optional('parent', m.reference('Group')),
    ),
    m.union('Choice', m.optional('a', m.string()), m.optional('b', m.scalar('long'))),
  ],
);

const { CreateUserInputSchema, ChoiceSchema } = await loadValidators(example);

const messages = (value: unknown): readonly string[] =>
  CreateUserInputSchema!.validate(value).issues?.map(({ message }) => message) ?? [];

test('the emitted module is valid TypeScript', async () => {
  expect(await formatTypeScript(emitValidators(example))).toContain(
    'export const CreateUserInputSchema: Validator<CreateUserInput> =',
  );
});

test('a valid value has no issues and comes back as it is', () => {
  const value = {
    name: 'ann',
    type: 'USER',
    limit: 1,
    tags: { a: 'b' },
    groups: [{ id: 'A' }],
    at: new Date(),
  };
  expect(CreateUserInputSchema!.validate(value)).toStrictEqual({ value });
});

test('every issue is worded as services word it', () => {
  const value = { name: '', tags: { abcdef: 'abcd' }, groups: [{ id: 'C', parent: {} }, null], limit: 0.5 };
  expect(messages(value)).toStrictEqual([
    "Value with length 0 at '/name' failed to satisfy constraint: Member must have length between 1 and 128, inclusive",
    "Value at '/name' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-z]+$",
    "Value at '/limit' failed to satisfy constraint: Member must be of type integer",
    "Value with length 6 at '/tags' failed to satisfy constraint: Member must have length less than or equal to 5",
    "Value with length 4 at '/tags/abcdef' failed to satisfy constraint: Member must have length less than or equal to 3",
    "Value at '/groups/0/id' failed to satisfy constraint: Member must satisfy enum value set: [A, B]",
    "Value at '/groups/0/parent/id' failed to satisfy constraint: Member must not be null",
    "Value at '/groups/1' failed to satisfy constraint: Member must not be null",
  ]);
});

test('a union has exactly one member', () => {
  expect(ChoiceSchema!.is({ a: 'x' })).toBe(true);
  expect(ChoiceSchema!.is({ a: 'x', b: 1 })).toBe(false);
});
