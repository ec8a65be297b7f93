import { memoise } from '../../base/memoise.js';
import { identifier } from '../../render/identifiers.js';
import { regexpLiteral, stringLiteral, valueLiteral } from '../../render/literals.js';
import { isFoundEverywhere, simplifyForTest } from '../../patterns/simplify.js';
import { isTranslated, translatePattern } from '../../patterns/translate.js';
import { createScope, type Scope } from '../naming/scope.js';

/** A constant of the emitted module. */
export interface Constant {
  readonly name: string;
  readonly expression: string;
}

/**
 * What the emitted checks need beside themselves: constants, one for all members of a name that need the same, and names
 * of the runtime.
 */
export interface Module {
  readonly scope: Scope;
  /** The function of the runtime that tells integers from other values. */
  readonly integerTest: 'isInteger' | 'isLong';
  /** The constants, in the order in which they were first needed. */
  readonly constants: readonly Constant[];
  /** The names that are used of the runtime, sorted. */
  readonly imports: () => readonly string[];
  /** Gives the name back, so that it can stand where it is used. */
  readonly runtime: (name: string) => string;
  /** The constant of a documented pattern, named after the member; undefined where there is nothing to test. */
  readonly pattern: (documented: string, member: string) => string | undefined;
  /** The constant of a list of allowed values. */
  readonly values: (values: readonly (string | number)[], member: string) => string;
  /** The constant of a set of the values in another constant. */
  readonly set: (values: string) => string;
}

/**
 * An emitted module that holds nothing yet.
 * @param isWide integers are whole numbers of any size.
 */
export function createModule(isWide: boolean): Module {
  const scope = createScope();
  const used = new Set<string>();
  const constants = new Map<string, Constant>();
  const patternOnce = memoise(patternExpression);
  const constant = (expression: string, member: string, suffix: string): string => {
    const id = `${member} ${expression}`;
    const known = constants.get(id);
    if (known) return known.name;
    const name = scope.claim(`${identifier(member, 'camel')}${suffix}`, '');
    constants.set(id, { name, expression });
    return name;
  };
  return {
    scope,
    integerTest: isWide ? 'isLong' : 'isInteger',
    get constants() {
      return [...constants.values()];
    },
    imports: () => [...used].sort(),
    runtime: (name) => {
      used.add(name);
      return name;
    },
    pattern: (documented, member) => {
      const expression = patternOnce(documented);
      return expression === undefined ? undefined : constant(expression, member, 'Pattern');
    },
    values: (values, member) => constant(valueLiteral(values), member, 'Values'),
    set: (values) => constant(`new Set(${values})`, values, 'Set'),
  };
}

/** What tests a documented pattern; undefined where JavaScript cannot test it, or every text satisfies it. */
function patternExpression(documented: string): string | undefined {
  const translation = translatePattern(documented);
  if (!isTranslated(translation) || isFoundEverywhere(translation)) return undefined;
  const { source, flags } = simplifyForTest(translation);
  return `{ regexp: ${regexpLiteral(source, flags)}, documented: ${stringLiteral(documented)} }`;
}
