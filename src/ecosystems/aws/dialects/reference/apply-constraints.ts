import type { Constraint, ListType, MapType, Type } from '../../../../model/types.js';
import type { Label } from './labels.js';

/**
 * Puts a constraint on the part of the type that it is about: pages state what the strings of a list or the keys and
 * values of a map must be on lines of the list or map itself, from the outside in. Nothing where the type has no
 * such part.
 */
export function applyConstraint(type: Type, label: Label, constraint: Constraint): Type | undefined {
  switch (label) {
    case 'mapEntries':
      return onCollection(type, 'map', constraint);
    case 'arrayMembers':
      return onCollection(type, 'list', constraint);
    case 'keyLength':
    case 'keyPattern':
    case 'keyValues':
      return onKey(type, constraint);
    case 'valueLength':
    case 'valuePattern':
    case 'valueValues':
    case 'valueRange':
      return innermostMap(type) && onScalar(type, constraint);
    default:
      return onScalar(type, constraint);
  }
}

const constrained = <T extends Type>(type: T, constraint: Constraint): T => ({
  ...type,
  constraints: [...type.constraints, constraint],
});

const has = (type: Type, kind: Constraint['kind']): boolean =>
  type.constraints.some((other) => other.kind === kind);

/** Rebuilds the way down to one part of a type; `change` gives nothing to go deeper. */
function descend(type: Type, change: (part: ListType | MapType) => Type | undefined): Type | undefined {
  if (type.kind === 'list') {
    const changed = change(type);
    if (changed) return changed;
    const element = descend(type.element, change);
    return element && { ...type, element };
  }
  if (type.kind === 'map') {
    const changed = change(type);
    if (changed) return changed;
    const value = descend(type.value, change);
    return value && { ...type, value };
  }
  return undefined;
}

/** The outermost list or map that has no count yet. */
const onCollection = (type: Type, kind: 'list' | 'map', constraint: Constraint): Type | undefined =>
  descend(type, (part) =>
    part.kind === kind && !has(part, 'count') ? constrained(part, constraint) : undefined,
  );

/**
 * The key of the map that is being described: a count opens a map's description, so of nested maps it is the last
 * one that has a count, or the first whose key has no such constraint yet.
 */
function onKey(type: Type, constraint: Constraint): Type | undefined {
  const opened = mapsOf(type).findLastIndex((map) => has(map, 'count'));
  let index = -1;
  return descend(type, (part) => {
    if (part.kind !== 'map') return undefined;
    index += 1;
    if (index < opened || has(part.key, constraint.kind)) return undefined;
    return { ...part, key: constrained(part.key, constraint) };
  });
}

function mapsOf(type: Type): readonly MapType[] {
  if (type.kind === 'list') return mapsOf(type.element);
  return type.kind === 'map' ? [type, ...mapsOf(type.value)] : [];
}

const innermostMap = (type: Type): MapType | undefined => mapsOf(type).at(-1);

/** The kinds of values that a constraint can be about. */
const APPLIES: Readonly<Record<Exclude<Constraint['kind'], 'count'>, readonly Type['kind'][]>> = {
  length: ['string', 'blob'],
  range: ['integer', 'long', 'float', 'double'],
  pattern: ['string'],
  values: ['string'],
};

/** The innermost value that is no list or map, where the constraint can be about such a value. */
function onScalar(type: Type, constraint: Constraint): Type | undefined {
  if (type.kind === 'list') {
    const element = onScalar(type.element, constraint);
    return element && { ...type, element };
  }
  if (type.kind === 'map') {
    const value = onScalar(type.value, constraint);
    return value && { ...type, value };
  }
  const applies = constraint.kind === 'count' || APPLIES[constraint.kind].includes(type.kind);
  return applies ? constrained(type, constraint) : undefined;
}
