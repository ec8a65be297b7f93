import { numberLiteral } from '../../render/literals.js';
import { globalNames, reservedWords } from '../../render/reserved.js';
import { identifier } from '../../render/identifiers.js';
import { levelOf, type ValidationPolicy, type ValidationRule } from './options.js';
import type { Module } from './module.js';

/** Where in an emitted function a value stands, and what is known of it there. */
export interface Place {
  readonly module: Module;
  readonly policy: ValidationPolicy;
  readonly locals: Locals;
  /** The id of the fact, such as `CreateUser.input.tags.element`. */
  readonly fact: string;
  /** The member's name, for the names of constants. */
  readonly member: string;
  /** The variable that holds the value. */
  readonly value: string;
  /** How many keys more than `depth` lead to the object that holds the value; -1 where the value lies at `depth` itself. */
  readonly level: number;
  /** The expression of the value's own key. */
  readonly key: string;
}

/** Prints the statements that check the value at a place. */
export type Check = (place: Place) => string;

/** The number of keys that lead to the holder of the value, and `beyond` more. */
export const depthOf = (place: Place, beyond = 0): string => {
  const level = place.level + beyond;
  if (level === 0) return 'depth';
  return level < 0 ? `depth - ${numberLiteral(-level)}` : `depth + ${numberLiteral(level)}`;
};

/** A call that reports the value at a place; `lengthIssue(context, depth, 'name', name, 1, 128)`. */
export const issue = (place: Place, sink: string, name: string, args: readonly string[]): string =>
  `${place.module.runtime(name)}(${[sink, depthOf(place), place.key, ...args].join(', ')});`;

/** The sink that a rule reports to at a place and why; undefined where the rule is off. */
export function sinkOf(
  place: Pick<Place, 'module' | 'policy' | 'fact'>,
  rule: ValidationRule,
): { readonly sink: string; readonly comment: string } | undefined {
  const { level, reason } = levelOf(place.policy, place.fact, rule);
  if (level === 'off') return undefined;
  if (level === 'error') return { sink: 'context', comment: '' };
  return { sink: `${place.module.runtime('warn')}(context)`, comment: reason };
}

/** Names for the variables of one function. */
export type Locals = (name: string) => string;

const taken: ReadonlySet<string> = new Set([
  ...reservedWords,
  ...globalNames,
  'context',
  'depth',
  'input',
  'members',
  'set',
]);
/** What names of the module and of the runtime look like; no variable may hide one. */
const outer =
  /^(?:check|is|warn|codePoints|create|membersOf|oneOf|entr(?:iesOf|yCount))|(?:Pattern|Values|Set|Members|Issue)\d*$/;

export function createLocals(): Locals {
  const used = new Set<string>();
  const isUsed = (name: string): boolean => taken.has(name) || used.has(name);
  return (text) => {
    const name = identifier(text, 'camel');
    const base = outer.test(name) ? `${name}Value` : name;
    let free = base;
    for (let number = 2; isUsed(free); number++) free = `${base}${numberLiteral(number)}`;
    used.add(free);
    return free;
  };
}
