import type { SyntaxMember, SyntaxValue } from '../model/fragments.js';
import type { Member } from '../model/model.js';
import type { Type } from '../model/types.js';
import { groupBy } from '../base/group-by.js';

export type ShownStructure = Extract<SyntaxValue, { kind: 'structure' }>;

/**
 * Tells what a member that only a syntax block shows holds, where it shows a structure: the type that all other members
 * of its name are stated to have, if that is a shape of the very members shown. Inferred; nothing where they differ.
 * @param membersOf gives the names of a shape's members.
 */
export function namesakeOf(
  members: readonly Member[],
  membersOf: (shape: string) => readonly string[] | undefined,
): (shown: SyntaxMember) => Type | undefined {
  const stated = groupBy(
    members.filter(({ type }) => type.known === 'stated'),
    ({ name }) => name,
  );
  return ({ name, value, source }) => {
    const [first, ...others] = (stated.get(name) ?? []).map(({ type }) => type);
    const target = first && held(first, value, membersOf);
    if (!first || target === undefined) return undefined;
    const isSame = others.every((other) => held(other, value, membersOf) === target);
    return isSame ? { ...first, constraints: [], source, known: 'inferred' } : undefined;
  };
}

/** The shape that a type holds where a syntax block shows its structure, through lists and maps. */
function held(
  type: Type,
  value: SyntaxValue,
  membersOf: (shape: string) => readonly string[] | undefined,
): string | undefined {
  if (type.kind === 'list' && value.kind === 'list') return held(type.element, value.element, membersOf);
  if (type.kind === 'map' && value.kind === 'map') return held(type.value, value.value, membersOf);
  if (type.kind !== 'reference' || value.kind !== 'structure') return undefined;
  const shown = value.members.map(({ name }) => name).sort();
  const known = [...(membersOf(type.target) ?? [])].sort();
  return known.join('\n') === shown.join('\n') ? type.target : undefined;
}
