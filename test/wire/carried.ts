import type { Member } from '../../src/ir/model.js';
import type { Fields, World } from './arbitraries.js';

/**
 * What arrives of a value: an empty list in a query or a header cannot be told from none, and a map of headers is there
 * even where no header is. Every response has a status.
 */
export function asCarried(members: readonly Member[], { key }: World, value: Fields): Fields {
  const carried: Fields = { ...value };
  for (const member of members) {
    const name = key(member);
    const item = carried[name];
    const { value: location } = member.location;
    if (Array.isArray(item) && item.length === 0 && ['query', 'header'].includes(location))
      delete carried[name];
    if (location === 'status') carried[name] ??= 200;
    if (location === 'prefixHeaders') carried[name] ??= {};
    if (location === 'payload' && item === undefined && member.type.kind === 'reference') carried[name] = {};
  }
  return carried;
}
