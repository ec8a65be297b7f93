import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifier, isIdentifier } from '../../src/render/identifiers.js';

describe('identifier', () => {
  it('is one, whatever the text holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('camel', 'pascal'), (text, style) =>
        isIdentifier(identifier(text, style)),
      ),
    );
  });

  it.each([
    ['CreateUser', 'createUser', 'CreateUser'],
    ['userId', 'userId', 'UserId'],
    ['DBCluster', 'dbCluster', 'DBCluster'],
    ['API', 'api', 'API'],
    ['x-amz-foo', 'xAmzFoo', 'XAmzFoo'],
    ['two words', 'twoWords', 'TwoWords'],
    ['123abc', '_123abc', '_123abc'],
    ['', 'unnamed', 'Unnamed'],
    ['Delete', 'delete_', 'Delete'],
    ['Größe', 'größe', 'Größe'],
    ['../../etc', 'etc', 'Etc'],
    ['*/ alert(1) /*', 'alert1', 'Alert1'],
    ['__proto__', '__proto___', '__proto___'],
  ])('of %j is %s or %s', (text, camel, pascal) => {
    expect([identifier(text, 'camel'), identifier(text, 'pascal')]).toEqual([camel, pascal]);
  });
});
