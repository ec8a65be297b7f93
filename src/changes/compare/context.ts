import type { Service, Shape } from '../../model/model.js';
import { shapeDirections, type Directions } from '../../model/walk.js';
import { isDeepEqual } from '../../base/deep-equal.js';
import { waysOf, type Ways } from './access.js';
import { once } from '../../base/memoise.js';

/** Which way members travel: what clients send, what they receive. */
export type Direction = 'input' | 'output';

/** Where a member stands, as far as the rules ask. */
export interface Role {
  readonly directions: readonly Direction[];
  /** Its lists of values are closed types: nothing ever receives it. */
  readonly closed: boolean;
  /** Nothing sends or receives it. */
  readonly unused: boolean;
}

interface Named {
  readonly name: string;
}

/** What the comparisons of two services ask about both. */
export interface Comparison {
  /** The new name of a shape by its old one; the same where it was not renamed. */
  readonly newShapeName: (old: string) => string;
  /** Whether two operations, shapes, errors or members are known to differ in nothing, and need no comparing. */
  readonly areSame: (old: Named, now: Named) => boolean;
  /** The members of operations themselves. */
  readonly roles: { readonly [D in Direction]: Role };
  readonly roleOfShape: (before: Shape, after: Shape) => Role;
  /** The ways in which callers can show who they are. */
  readonly ways: Ways;
}

export function comparisonOf(
  before: Service,
  after: Service,
  renamed: ReadonlyMap<string, string>,
): Comparison {
  const directions = once(() => [shapeDirections(before), shapeDirections(after)] as const);
  const someRenamed = [...renamed].some(([old, now]) => old !== now);
  return {
    newShapeName: (name) => renamed.get(name) ?? name,
    // Where a shape has another name, what refers to it by the old one has changed even if it reads the same.
    areSame: (old, now) => !someRenamed && isDeepEqual(old, now),
    roles: {
      input: { directions: ['input'], closed: true, unused: false },
      output: { directions: ['output'], closed: false, unused: false },
    },
    ways: waysOf(before, after),
    roleOfShape: (one, other) => {
      const [old, now] = directions();
      return roleIn(one.name, old, other.name, now);
    },
  };
}

/** A shape that is sent or received only since the change can break nobody on that way. */
function roleIn(before: string, old: Directions, after: string, now: Directions): Role {
  const sent = old.sent.has(before) && now.sent.has(after);
  const received = old.received.has(before) && now.received.has(after);
  const directions: readonly Direction[] = [
    ...(sent ? (['input'] as const) : []),
    ...(received ? (['output'] as const) : []),
  ];
  const closed = !old.received.has(before);
  return directions.length > 0
    ? { directions, closed, unused: false }
    : { directions: ['input', 'output'], closed, unused: true };
}
