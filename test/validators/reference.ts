import type { Member, Service, Shape } from '../../src/model/model.js';
import type { Constraint, Type } from '../../src/model/types.js';
import { isTranslated, translatePattern } from '../../src/patterns/translate.js';

/** A violation as text: `length /tags/0/key`. */
export type Violated = string;

type Path = readonly (string | number)[];
type Fields = { readonly [name: string]: unknown };

interface Reader {
  readonly shapes: ReadonlyMap<string, Shape>;
  readonly isOutput: boolean;
}

/**
 * What is wrong with a value, found by reading the model as slowly and as plainly as can be; nothing here is shared
 * with what generates validators but the meaning of patterns.
 */
export function violations(
  members: readonly Member[],
  value: unknown,
  service: Service,
  isOutput = false,
): readonly Violated[] {
  const shapes = new Map(service.shapes.map((shape) => [shape.name, shape]));
  return ofMembers(members, value, [], { shapes, isOutput });
}

const violated = (constraint: string, path: Path): Violated => `${constraint} /${path.join('/')}`;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (value: Fields, name: string): unknown => (Object.hasOwn(value, name) ? value[name] : undefined);

function ofMembers(members: readonly Member[], value: unknown, path: Path, reader: Reader): Violated[] {
  if (value === undefined || value === null) return [violated('required', path)];
  if (!isFields(value)) return [violated('type', path)];
  return members.flatMap((member) => {
    const held = own(value, member.name);
    const at = [...path, member.name];
    if (held !== undefined) return ofType(member.type, held, at, reader);
    return member.required?.value === true ? [violated('required', at)] : [];
  });
}

function ofShape(shape: Shape, value: unknown, path: Path, reader: Reader): Violated[] {
  const isUnion = shape.kind === 'union' && shape.members.length > 0;
  const members = shape.members.map((member) => (isUnion ? withoutRequired(member) : member));
  const found = ofMembers(members, value, path, reader);
  if (!isUnion || !isFields(value)) return found;
  const set = members.filter((member) => own(value, member.name) !== undefined).length;
  const isRight = set === 1 || (set === 0 && reader.isOutput);
  return isRight ? found : [...found, violated('union', path)];
}

const withoutRequired = ({ required: _, ...member }: Member): Member => member;

function ofType(type: Type, value: unknown, path: Path, reader: Reader): Violated[] {
  if (value === undefined || (value === null && type.kind !== 'document'))
    return [violated('required', path)];
  if (type.kind === 'reference') {
    const shape = reader.shapes.get(type.target);
    return shape ? ofShape(shape, value, path, reader) : [];
  }
  if (!isOfKind(type.kind, value)) return [violated('type', path)];
  return [
    ...type.constraints.flatMap((constraint) =>
      satisfies(constraint, type, value, reader) ? [] : [violated(constraint.kind, path)],
    ),
    ...ofContents(type, value, path, reader),
  ];
}

function ofContents(type: Type, value: unknown, path: Path, reader: Reader): Violated[] {
  if (type.kind === 'list' && Array.isArray(value)) {
    return Array.from(value).flatMap((element: unknown, at) =>
      ofType(type.element, element, [...path, at], reader),
    );
  }
  if (type.kind !== 'map' || !isFields(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    ...ofType(type.key, key, [...path, key], reader),
    ...ofType(type.value, item, [...path, key], reader),
  ]);
}

function isOfKind(kind: Type['kind'], value: unknown): boolean {
  switch (kind) {
    case 'string':
    case 'boolean':
      return typeof value === kind;
    case 'integer':
      return Number.isInteger(value) && Math.abs(Number(value) + 0.5) <= 2 ** 31 - 0.5;
    case 'long':
      return Number.isSafeInteger(value);
    case 'float':
    case 'double':
      return typeof value === 'number';
    case 'timestamp':
      return value instanceof Date && !Number.isNaN(value.getTime());
    case 'blob':
      return value instanceof Uint8Array;
    case 'list':
      return Array.isArray(value);
    case 'map':
    case 'reference':
      return isFields(value);
    case 'file':
      return value instanceof Blob;
    case 'oneOf':
    case 'unknown':
    case 'document':
      return true;
  }
}

function satisfies(constraint: Constraint, type: Type, value: unknown, reader: Reader): boolean {
  switch (constraint.kind) {
    case 'length':
      if (typeof value === 'string') return isWithin(constraint, Array.from(value).length);
      return value instanceof Uint8Array ? isWithin(constraint, value.byteLength) : true;
    case 'count':
      if (Array.isArray(value)) return isWithin(constraint, value.length);
      return type.kind === 'map' && isFields(value) ? isWithin(constraint, Object.keys(value).length) : true;
    case 'range':
      return typeof value === 'number' ? isWithin(constraint, value) : true;
    case 'values':
      return reader.isOutput || !isListable(type) || constraint.values.includes(String(value));
    case 'pattern':
      return typeof value !== 'string' || matches(constraint.pattern, value, type);
  }
}

const isListable = ({ kind }: Type): boolean => kind === 'string' || kind === 'integer' || kind === 'long';

const isWithin = (
  { min = -Infinity, max = Infinity }: { min?: number; max?: number },
  measure: number,
): boolean => measure >= min && measure <= max;

/** A pattern is not tested on texts more than twice as long as they may be. */
function matches(pattern: string, text: string, type: Type): boolean {
  const length = type.constraints.find(({ kind }) => kind === 'length');
  if (length?.kind === 'length' && length.max !== undefined && text.length > 2 * length.max) return true;
  const translation = translatePattern(pattern);
  return !isTranslated(translation) || new RegExp(translation.source, translation.flags).test(text);
}
