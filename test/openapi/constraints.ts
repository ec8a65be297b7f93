import { outputOf } from '../../src/model/walk.js';
import type { Member, Service } from '../../src/model/model.js';
import { translatePattern, isTranslated } from '../../src/patterns/translate.js';
import { isFoundEverywhere } from '../../src/patterns/simplify.js';
import type { Constraint, Type } from '../../src/model/types.js';
import { at, fieldsOf, type Fields, listOf, operationsOf, resolved } from './documents.js';

/** What was looked for in a document. */
export interface Comparison {
  /** How many constraints of the model hold of values, as validators see it. */
  checked: number;
  /** Those that the document does not state. */
  readonly missing: string[];
}

/** Looks each constraint of the model up in the document, where that says it has to stand. */
export function compareConstraints(service: Service, document: Fields): Comparison {
  const comparison: Comparison = { checked: 0, missing: [] };
  const look = (members: readonly Member[], owner: string, find: (member: Member) => unknown): void => {
    for (const member of members) lookAt(member.type, find(member), `${owner}.${member.name}`, comparison);
  };
  const operations = operationsOf(document);
  for (const one of service.operations) {
    const { name, input } = one;
    const operation = fieldsOf(operations.get(name));
    look(input, `${name}.input`, (member) => schemaOfInput(member, operation, document));
    look(outputOf(one), `${name}.output`, (member) => schemaOfOutput(member, operation, document));
  }
  const schemas = fieldsOf(at(document, 'components', 'schemas'));
  for (const { name, members } of service.shapes) {
    for (const component of [name, `${name}Received`].filter((key) => key in schemas))
      look(members, component, (member) => propertyOf(resolved(document, schemas[component]), member));
  }
  for (const { name, members } of service.errors) {
    const body = members.filter(({ location }) => location.value === 'body');
    look(body, name, (member) => propertyOf(fieldsOf(schemas[`${name}ResponseContent`]), member));
  }
  return comparison;
}

const propertyOf = (schema: Fields, { wireName }: Member): unknown =>
  at(schema, 'properties', wireName) ??
  listOf(schema['oneOf'])
    .map((one) => at(one, 'properties', wireName))
    .find((found) => found !== undefined);

function schemaOfInput(member: Member, operation: Fields, document: Fields): unknown {
  const places: Partial<Record<Member['location']['value'], string>> = {
    label: 'path',
    query: 'query',
    header: 'header',
  };
  const place = places[member.location.value];
  if (place !== undefined) {
    const parameter = listOf(operation['parameters']).find(
      (one) => at(one, 'in') === place && [at(one, 'name'), at(one, 'x-member')].includes(member.wireName),
    );
    return at(parameter, 'schema');
  }
  return schemaInBody(member, operation['requestBody'], document);
}

function schemaOfOutput(member: Member, operation: Fields, document: Fields): unknown {
  const responses = Object.entries(fieldsOf(operation['responses']));
  const [, success] = responses.find(([status]) => status.startsWith('2')) ?? [];
  if (member.location.value === 'header') return at(success, 'headers', member.wireName, 'schema');
  if (member.location.value === 'status') return at(success, 'x-status', 'schema');
  return schemaInBody(member, success, document);
}

function schemaInBody(member: Member, body: unknown, document: Fields): unknown {
  const [media] = Object.values(fieldsOf(at(body, 'content')));
  const schema = at(media, 'schema');
  return member.location.value === 'payload' ? schema : propertyOf(resolved(document, schema), member);
}

function lookAt(type: Type, node: unknown, place: string, comparison: Comparison): void {
  const schema = fieldsOf(node);
  for (const constraint of type.constraints) {
    const stated = states(schema, constraint, type);
    if (stated === undefined) continue;
    comparison.checked += 1;
    if (!stated)
      comparison.missing.push(`${place}: ${constraint.kind} in ${JSON.stringify(node)?.slice(0, 200)}`);
  }
  if (node === undefined) comparison.missing.push(`${place}: no schema`);
  if (type.kind === 'list') lookAt(type.element, schema['items'], `${place}.element`, comparison);
  if (type.kind === 'map') {
    lookAt(type.key, schema['propertyNames'] ?? {}, `${place}.key`, comparison);
    lookAt(type.value, schema['additionalProperties'], `${place}.value`, comparison);
  }
}

/** Undefined where validators do not check the constraint either. */
function states(schema: Fields, constraint: Constraint, type: Type): boolean | undefined {
  const { kind } = type;
  switch (constraint.kind) {
    case 'length':
      if (kind === 'blob') return hasBounds(schema, 'Length', inBase64(constraint));
      return kind === 'string' ? hasBounds(schema, 'Length', constraint) : undefined;
    case 'count':
      if (kind === 'list') return hasBounds(schema, 'Items', constraint);
      return kind === 'map' ? hasBounds(schema, 'Properties', constraint) : undefined;
    case 'range':
      if (!['integer', 'long', 'float', 'double'].includes(kind)) return undefined;
      return schema['minimum'] === exact(constraint.min) && schema['maximum'] === exact(constraint.max);
    case 'values':
      if (kind !== 'string') return undefined;
      return sameValues(schema['enum'] ?? at(schema, 'anyOf', 0, 'enum'), [
        ...constraint.values.map(String),
        ...(type.nullable && schema['enum'] ? [null] : []),
      ]);
    case 'pattern':
      return kind === 'string' ? hasPattern(schema, constraint.pattern) : undefined;
  }
}

/** Undefined for a bound that no number of JavaScript is: it is that of a 64-bit integer itself. */
const exact = (bound: number | undefined): number | undefined =>
  bound !== undefined && Math.abs(bound) > Number.MAX_SAFE_INTEGER ? undefined : bound;

interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** Nothing has less than no characters, elements or entries. */
const hasBounds = (schema: Fields, what: string, { min = 0, max }: Bounds): boolean =>
  (schema[`min${what}`] ?? 0) === min && schema[`max${what}`] === max;

const inBase64 = ({ min, max }: Bounds): Bounds => ({
  ...(min !== undefined && { min: Math.ceil(min / 3) * 4 }),
  ...(max !== undefined && { max: Math.ceil(max / 3) * 4 }),
});

const sameValues = (stated: unknown, values: readonly (string | null)[]): boolean =>
  JSON.stringify(stated) === JSON.stringify([...new Set(values)]);

function hasPattern(schema: Fields, pattern: string): boolean | undefined {
  const translation = translatePattern(pattern, 'inline');
  if (!isTranslated(translation) || isFoundEverywhere(translation)) return undefined;
  const all = [schema['pattern'], ...listOf(schema['allOf']).map((one) => at(one, 'pattern'))];
  return all.some((stated) => typeof stated === 'string' && isSame(stated, translation.source));
}

/** One spelling but for escapes or, where characters beyond the first 65,536 are written apart, one verdict. */
function isSame(stated: string, source: string): boolean {
  if (spelledOut(stated) === spelledOut(source)) return true;
  if (!stated.includes('[^\\0-\\uFFFF]')) return false;
  const probes = [
    '',
    'a',
    '/',
    '\u{1f600}',
    'a\u{10000}b\u{10ffff}',
    '\ufffe',
    '\t',
    '\u0001',
    'x:y',
    '\ud800',
  ];
  const verdicts = (pattern: string): string =>
    probes.map((probe) => String(new RegExp(`^(?:${pattern})$`, 'u').test(probe))).join();
  return verdicts(stated) === verdicts(source);
}

/** The pattern with every escape of a code unit replaced by what it stands for, so that spellings do not count. */
const spelledOut = (source: string): string =>
  source.replace(
    /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|[^])/giu,
    (text: string, byte?: string, unit?: string) => {
      const code = byte ?? unit;
      return code === undefined ? text : String.fromCharCode(Number.parseInt(code, 16));
    },
  );
