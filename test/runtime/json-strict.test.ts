import { describe, expect, it } from 'vitest';
import { readBodyMembers } from '../../src/runtime/codecs/json-strict.js';
import { type Fields, membersOf } from '../../src/runtime/schema/members.js';
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
const read = (json: string): Fields => readBodyMembers(membersOf(node), JSON.parse(json) as Fields);

describe('the strict reader', () => {
  it.each([
    '{}',
    '{"name":"a","size":1,"share":0.5,"tags":{"k":"v"},"holes":["x"],"choice":{"one":"1"}}',
    '{"size":1,"name":"in another order"}',
    '{"children":[{"name":"a","children":[]},{"children":[{"name":"b"}]}]}',
  ])('lets %s stand', (json) => {
    expect(read(json)).toEqual(JSON.parse(json));
  });

  it.each([
    ['{"unknown":1,"name":"a"}', { name: 'a' }],
    ['{"name":null,"size":2}', { size: 2 }],
    ['{"share":"NaN"}', { share: NaN }],
    ['{"holes":[null,"x"]}', { holes: [null, 'x'] }],
    ['{"children":[{"__type":"Node","name":"a"}]}', { children: [{ name: 'a' }] }],
    ['{"choice":{"__type":"C","one":"1"}}', { choice: { one: '1' } }],
  ])('reads %s', (json, value) => {
    expect(read(json)).toEqual(value);
  });

  it.each([
    '{"name":1}',
    '{"size":1.5}',
    '{"tags":{"k":null}}',
    '{"choice":{"one":"1","other":2}}',
    '{"choice":{}}',
    '{"children":{}}',
  ])('refuses %s', (json) => {
    expect(() => read(json)).toThrow(SyntaxError);
  });

  it('keeps null where it is a value, and reads one of several types by its form', () => {
    const members = {
      gone: { schema: 'string', wire: 'Gone', nullable: true },
      kept: 'string',
      either: { kind: 'oneOf', variants: ['integer', { kind: 'list', element: 'string' }] },
    } as const;
    const schema: StructureSchema = { kind: 'structure', members };
    const json = JSON.parse('{"Gone":null,"kept":null,"either":["x"]}') as Fields;
    expect(readBodyMembers(membersOf(schema), json)).toEqual({ gone: null, either: ['x'] });
    const wrong = JSON.parse('{"either":{"a":1}}') as Fields;
    expect(() => readBodyMembers(membersOf(schema), wrong)).toThrow(SyntaxError);
  });

  it('takes names that every object has for names', () => {
    const json = JSON.parse('{"__proto__":{"bad":true},"name":"a"}') as Fields;
    const got = readBodyMembers(membersOf(node), json);
    expect([Object.getPrototypeOf(got), got]).toEqual([Object.prototype, { name: 'a' }]);
  });

  it('adds what travels elsewhere', () => {
    const json = JSON.parse('{"name":"a"}') as Fields;
    expect(readBodyMembers(membersOf(node), json, { id: 'x' })).toEqual({ id: 'x', name: 'a' });
  });
});
