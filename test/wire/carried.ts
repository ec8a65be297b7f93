import type { Member } from '../../src/model/model.js';
import type { Fields, World } from './arbitraries.js';

/** What arrives of a value: a map of headers is there even where no header is, and every response has a status. */
export function asCarried(members: readonly Member[], { key }: World, value: Fields): Fields {
  const added = members.flatMap((member) => {
    const given = always(member);
    return given === undefined || value[key(member)] !== undefined ? [] : [[key(member), given] as const];
  });
  return { ...value, ...Object.fromEntries(added) };
}

/** What a member is where nothing was given. */
function always({ location, type }: Member): unknown {
  if (location.value === 'status') return 200;
  if (location.value === 'prefixHeaders') return {};
  return location.value === 'payload' && type.kind === 'reference' ? {} : undefined;
}
