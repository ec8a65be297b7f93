import type { Member } from '../../src/ir/model.js';
import type { Fields, World } from './arbitraries.js';

/**
 * What arrives of a value: an empty list in a query or a header cannot be told from none, and a map of headers is there
 * even where no header is. Every response has a status.
 */
export function asCarried(members: readonly Member[], { key }: World, value: Fields): Fields {
  const lost = new Set(members.filter((member) => isLost(member, value[key(member)])).map(key));
  const added = members.flatMap((member) => {
    const given = always(member);
    return given === undefined || value[key(member)] !== undefined ? [] : [[key(member), given] as const];
  });
  return {
    ...Object.fromEntries(Object.entries(value).filter(([name]) => !lost.has(name))),
    ...Object.fromEntries(added),
  };
}

const isLost = ({ location }: Member, item: unknown): boolean =>
  Array.isArray(item) && item.length === 0 && ['query', 'header'].includes(location.value);

/** What a member is where nothing was given. */
function always({ location, type }: Member): unknown {
  if (location.value === 'status') return 200;
  if (location.value === 'prefixHeaders') return {};
  return location.value === 'payload' && type.kind === 'reference' ? {} : undefined;
}
