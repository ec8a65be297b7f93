import { describe, expect, it } from 'vitest';
import { isAsIs } from '../../src/runtime/codecs/json-as-is.js';
import { readBodyMembers } from '../../src/runtime/codecs/json-strict.js';
import { type Fields, membersOf } from '../../src/runtime/schema/members.js';
import { createRequestIds } from '../../src/runtime/server/request-ids.js';
import type { StructureSchema } from '../../src/runtime/schema/schema.js';

const choice: StructureSchema = { kind: 'union', members: { one: 'string', other: 'integer' } };
const node: StructureSchema = {
  kind: 'structure',
  members: {
    name: 'string',
    size: 'integer',
    share: 'double',
    tags: { kind: 'map', value: 'string' },
    holes: { kind: 'list', element: 'string', sparse: true },
    choice,
    children: { kind: 'list', element: () => node },
  },
};
const asIs = (schema: StructureSchema, json: string): boolean =>
  isAsIs(membersOf(schema), JSON.parse(json) as Fields);
const read = (json: string): Fields => readBodyMembers(membersOf(node), JSON.parse(json) as Fields);

describe('isAsIs', () => {
  it.each([
    '{}',
    '{"name":"a","size":1,"share":0.5,"tags":{"k":"v"},"holes":["x"],"choice":{"one":"1"}}',
    '{"size":1,"name":"in another order"}',
    '{"children":[{"name":"a","children":[]},{"children":[{"name":"b"}]}]}',
  ])('lets %s stand', (json) => {
    expect(asIs(node, json)).toBe(true);
    expect(read(json)).toEqual(JSON.parse(json));
  });

  it.each([
    ['{"unknown":1,"name":"a"}', { name: 'a' }],
    ['{"name":null,"size":2}', { size: 2 }],
    ['{"share":"NaN"}', { share: NaN }],
    ['{"holes":[null,"x"]}', { holes: [null, 'x'] }],
    ['{"children":[{"__type":"Node","name":"a"}]}', { children: [{ name: 'a' }] }],
    ['{"choice":{"__type":"C","one":"1"}}', { choice: { one: '1' } }],
  ])('has %s read', (json, value) => {
    expect(asIs(node, json)).toBe(false);
    expect(read(json)).toEqual(value);
  });

  it.each([
    '{"name":1}',
    '{"size":1.5}',
    '{"tags":{"k":null}}',
    '{"choice":{"one":"1","other":2}}',
    '{"choice":{}}',
    '{"children":{}}',
  ])('leaves it to the reader to refuse %s', (json) => {
    expect(asIs(node, json)).toBe(false);
    expect(() => read(json)).toThrow(SyntaxError);
  });

  const converted: readonly (readonly [string, StructureSchema['members']])[] = [
    ['another name on the wire', { name: { schema: 'string', wire: 'Name' } }],
    ['a blob', { data: 'blob' }],
    ['a timestamp', { at: { kind: 'list', element: { kind: 'timestamp', format: 'dateTime' } } }],
    ['a name that every object has', Object.fromEntries([['constructor', 'string' as const]])],
  ];

  it.each(converted)('looks at nothing where a schema has %s', (_what, members) => {
    expect(asIs({ kind: 'structure', members }, '{}')).toBe(false);
  });

  it('adds what travels elsewhere', () => {
    const json = JSON.parse('{"name":"a"}') as Fields;
    expect(readBodyMembers(membersOf(node), json, { id: 'x' })).toEqual({ id: 'x', name: 'a' });
  });
});

it('request ids are UUIDs, each its own', () => {
  const next = createRequestIds();
  const ids = Array.from({ length: 600 }, next);
  expect(new Set(ids).size).toBe(600);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
