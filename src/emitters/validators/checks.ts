import type { OneOfType, ReferenceType, ScalarType, TimestampType, Type } from '../../model/types.js';
import { foldType } from '../../model/walk.js';
import { lineComments } from '../../render/comments.js';
import { stringLiteral } from '../../render/literals.js';
import { renderTemplate } from '../../render/templates.js';
import { constraintStatements, type Statement } from './constraints.js';
import { type Check, depthOf, issue, type Place } from './place.js';

/** The check function of a shape by the shape's name; undefined where no page describes it. */
export type CheckFunctions = (shape: string) => string | undefined;

/** Prints the statements that check a value of a type, which fail it where it is undefined. */
export function checkOf(type: Type, functions: CheckFunctions): Check {
  return foldType<Check>(type, {
    scalar: (scalar) => orNull(scalar, (place) => scalarCheck(scalar, place)),
    timestamp: (timestamp) => orNull(timestamp, (place) => scalarCheck(timestamp, place)),
    list: (list, element) => orNull(list, (place) => listCheck(list, element, place)),
    map: (map, _, value) => orNull(map, (place) => mapCheck(map, map.key, value, place)),
    reference: (reference) => orNull(reference, (place) => referenceCheck(reference, functions, place)),
    oneOf: (oneOf, variants) => orNull(oneOf, (place) => oneOfCheck(oneOf, variants, place)),
  });
}

const orNull = ({ nullable }: Type, check: Check): Check =>
  nullable ? (place) => `if (${place.value} !== null) {\n${check(place)}\n}` : check;

/** Each variant is a function, for which of them fits is known only when it has run. */
function oneOfCheck(type: OneOfType, variants: readonly Check[], place: Place): string {
  const { discriminator } = type;
  const names = [...new Set(type.variants.map(nameOf))].map(stringLiteral);
  return renderTemplate('validators/one-of', {
    oneOf: place.module.runtime('oneOf'),
    depth: depthOf(place),
    key: place.key,
    value: place.value,
    names: names.join(', '),
    checks: variants.map((check) => check(place)),
    discriminator: discriminator ? stringLiteral(discriminator.value) : '',
  });
}

/** What a violation calls a type. */
const nameOf = (type: Type): string => (type.kind === 'reference' ? type.target : type.kind);

/** A check of the type, and statements for values that are of it. */
function typedCheck(place: Place, name: string, mismatch: string, inner: string, isSingle = false): string {
  const report = issue(place, 'context', 'typeIssue', [stringLiteral(name), place.value]);
  return renderTemplate('validators/typed', {
    mismatch,
    report,
    inner,
    isSingle: isSingle && inner !== '',
    isBlock: !isSingle && inner !== '',
  });
}

function printStatements(statements: readonly Statement[]): string {
  if (statements.length === 0) return '';
  const views = statements.map((statement) => ({
    ...statement,
    comment: statement.comment ? lineComments([statement.comment]) : '',
  }));
  return renderTemplate('validators/statements', { statements: views }).trim();
}

function scalarCheck(type: ScalarType | TimestampType, place: Place): string {
  const statements = constraintStatements(type, place);
  const isSingle = statements.length === 1 && statements[0]?.comment === '';
  return typedCheck(place, type.kind, mismatchOf(type.kind, place), printStatements(statements), isSingle);
}

/** True of a value that is of another type. */
function mismatchOf(kind: (ScalarType | TimestampType)['kind'], { value, module }: Place): string {
  switch (kind) {
    case 'string':
    case 'boolean':
      return `typeof ${value} !== '${kind}'`;
    case 'float':
    case 'double':
      return `typeof ${value} !== 'number'`;
    case 'integer':
      return `!${module.runtime(module.integerTest)}(${value})`;
    case 'long':
      return `!${module.runtime('isLong')}(${value})`;
    case 'timestamp':
      return `!${module.runtime('isDate')}(${value})`;
    case 'blob':
      return `!${module.runtime('isBytes')}(${value})`;
    case 'file':
      return `!${module.runtime('isFile')}(${value})`;
    case 'document':
    case 'unknown':
      return `!${module.runtime('isDocument')}(${value}, context.maxDepth)`;
  }
}

/** The place of what a list or map holds. */
const within = (place: Place, part: string, value: string, key: string): Place => ({
  module: place.module,
  policy: place.policy,
  locals: place.locals,
  fact: `${place.fact}.${part}`,
  member: place.member,
  value: place.locals(value),
  level: place.level + 1,
  key,
});

function listCheck(list: Type, element: Check, place: Place): string {
  const index = place.locals('index');
  const inside = within(place, 'element', 'element', index);
  const inner = renderTemplate('validators/list', {
    constraints: printStatements(constraintStatements(list, place)),
    path: pathOf(place),
    value: place.value,
    index,
    element: inside.value,
    check: element(inside),
  });
  return typedCheck(place, 'list', `!${place.module.runtime('isList')}(${place.value})`, inner);
}

/** A value at the depth itself has its key in the path already. */
const pathOf = (place: Place): string =>
  place.level < 0 ? '' : `context.path[${depthOf(place)}] = ${place.key};`;

function mapCheck(map: Type, key: Type, value: Check, place: Place): string {
  const { locals, module } = place;
  const entries = locals(`${place.value}Entries`);
  const inside = within(place, 'value', 'value', locals('key'));
  const keyPlace = { ...inside, fact: `${place.fact}.key`, value: inside.key };
  const keyStatements = printStatements(constraintStatements(key, keyPlace));
  return renderTemplate('validators/map', {
    entries,
    entriesOf: module.runtime('entriesOf'),
    object: place.value,
    mismatch: issue(place, 'context', 'typeIssue', [stringLiteral('map'), place.value]),
    constraints: printStatements(constraintStatements(map, { ...place, value: entries })),
    path: pathOf(place),
    key: inside.key,
    hasKeyChecks: keyStatements !== '',
    keyChecks: keyStatements,
    value: inside.value,
    check: value(inside),
  });
}

/** A shape that no page describes may be anything. */
function referenceCheck(type: ReferenceType, functions: CheckFunctions, place: Place): string {
  const name = functions(type.target);
  if (name) return `${pathOf(place)}\n${name}(${place.value}, context, ${depthOf(place, 1)});`;
  return anythingCheck(place);
}

const anythingCheck = (place: Place): string =>
  printStatements([
    {
      condition: `${place.value} === undefined || ${place.value} === null`,
      report: issue(place, 'context', 'requiredIssue', []),
      comment: '',
    },
  ]);
