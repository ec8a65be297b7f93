import type { Member, Shape } from '../../src/model/model.js';
import type { Constraint, Type } from '../../src/model/types.js';
import { isTranslated, translatePattern } from '../../src/patterns/translate.js';

type Path = readonly (string | number)[];
type Fields = { readonly [name: string]: unknown };

/** A value that differs from a valid one so that it violates one constraint. */
export interface Broken {
  /** The id of the fact that it violates, such as `CreateUser.input.name.length`. */
  readonly fact: string;
  /** What a validator has to report: `length /name`. */
  readonly expected: string;
  readonly value: unknown;
}

/** A change of one value, within values that hold it. */
interface Change {
  readonly fact: string;
  readonly path: Path;
  readonly constraint: string;
  /** What stands in the place of the value; undefined where it is left out. */
  readonly value: unknown;
  /** The change is of the last key of the path, which takes this one's place. */
  readonly key?: string;
}

/** Every way in which this generator can break one constraint of a valid value. */
export function breaks(
  members: readonly Member[],
  value: Fields,
  fact: string,
  shapes: ReadonlyMap<string, Shape>,
): readonly Broken[] {
  return ofMembers(members, value, fact, [], shapes).map((change) => ({
    fact: change.fact,
    expected: `${change.constraint} /${[...change.path.slice(0, -1), change.key ?? change.path.at(-1)].join('/')}`,
    value: withChange(value, change.path, change),
  }));
}

function withChange(value: unknown, [first, ...rest]: Path, change: Change): unknown {
  if (first === undefined) return change.value;
  if (Array.isArray(value)) {
    return value.map((element: unknown, at) => (at === first ? withChange(element, rest, change) : element));
  }
  const fields = Object.entries(value as Fields).flatMap(([key, item]): [string, unknown][] => {
    if (key !== first) return [[key, item]];
    if (rest.length > 0) return [[key, withChange(item, rest, change)]];
    if (change.key !== undefined) return [[change.key, item]];
    return change.value === undefined ? [] : [[key, change.value]];
  });
  return Object.fromEntries(fields);
}

type Shapes = ReadonlyMap<string, Shape>;

function ofMembers(
  members: readonly Member[],
  value: Fields,
  fact: string,
  path: Path,
  shapes: Shapes,
): Change[] {
  return members.flatMap((member) => {
    const held = value[member.name];
    if (held === undefined) return [];
    const at = [...path, member.name];
    const id = `${fact}.${member.name}`;
    const missing = { fact: `${id}.required`, path: at, constraint: 'required', value: undefined };
    return [...(member.required?.value ? [missing] : []), ...ofType(member.type, held, id, at, shapes)];
  });
}

const wrongType: Readonly<Record<Type['kind'], unknown>> = {
  string: 7,
  boolean: 'true',
  integer: 0.5,
  long: 2 ** 53,
  float: 'x',
  double: true,
  timestamp: 'x',
  blob: 7,
  document: undefined,
  list: { 0: 'x' },
  map: [],
  reference: 'x',
  file: 'x',
  unknown: undefined,
  oneOf: undefined,
};

function ofType(type: Type, value: unknown, fact: string, path: Path, shapes: Shapes): Change[] {
  const wrong = { fact: `${fact}.type`, path, constraint: 'type', value: wrongType[type.kind] };
  const own = type.constraints.flatMap((constraint) =>
    ofConstraint(constraint, type, value).map((broken) => ({
      fact: `${fact}.${constraint.kind}`,
      path,
      constraint: constraint.kind,
      value: broken,
    })),
  );
  return [
    ...(wrong.value === undefined ? [] : [wrong]),
    ...own,
    ...ofContents(type, value, fact, path, shapes),
  ];
}

function ofContents(type: Type, value: unknown, fact: string, path: Path, shapes: Shapes): Change[] {
  switch (type.kind) {
    case 'list':
      return (value as readonly unknown[]).flatMap((element, at) =>
        ofType(type.element, element, `${fact}.element`, [...path, at], shapes),
      );
    case 'map':
      return Object.entries(value as Fields).flatMap(([key, item]) => [
        ...ofKey(type.key, key, `${fact}.key`, [...path, key]),
        ...ofType(type.value, item, `${fact}.value`, [...path, key], shapes),
      ]);
    case 'reference':
      return ofShape(shapes.get(type.target), value as Fields, path, shapes);
    default:
      return [];
  }
}

function ofShape(shape: Shape | undefined, value: Fields, path: Path, shapes: Shapes): Change[] {
  if (!shape) return [];
  const isUnion = shape.kind === 'union';
  const members = shape.members.map(({ required, ...member }) =>
    isUnion || !required ? member : { ...member, required },
  );
  const none = { fact: `${shape.name}.union`, path, constraint: 'union', value: {} };
  return [...(isUnion ? [none] : []), ...ofMembers(members, value, shape.name, path, shapes)];
}

const ofKey = (type: Type, key: string, fact: string, path: Path): Change[] =>
  type.constraints.flatMap((constraint) =>
    ofConstraint(constraint, type, key).map((broken) => ({
      fact: `${fact}.${constraint.kind}`,
      path,
      constraint: constraint.kind,
      value: undefined,
      key: String(broken),
    })),
  );

/** One value at most that violates this constraint of a type and no other. */
function ofConstraint(constraint: Constraint, type: Type, value: unknown): unknown[] {
  const others = type.constraints.filter((other) => other !== constraint);
  const fitting = candidates(constraint, type, value).filter((candidate) =>
    others.every((other) => satisfies(other, candidate)),
  );
  return fitting.filter((candidate) => !satisfies(constraint, candidate)).slice(0, 1);
}

function candidates(constraint: Constraint, type: Type, value: unknown): unknown[] {
  switch (constraint.kind) {
    case 'length':
      return typeof value === 'string' ? otherLengths(constraint, value) : otherBytes(constraint);
    case 'count':
      return Array.isArray(value)
        ? otherCounts(constraint, value)
        : otherEntries(constraint, type, value as Fields);
    case 'range':
      return outside(constraint).filter((number) => type.kind !== 'integer' || Math.abs(number) < 2 ** 31);
    case 'values':
      return type.kind === 'string' ? [`${String(value)}-`, 'unknown', '~'] : [-7, 12345];
    case 'pattern':
      return typeof value === 'string' ? otherTexts(value) : [];
  }
}

interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

const outside = ({ min, max }: Bounds): number[] => [
  ...(max === undefined ? [] : [max + 1]),
  ...(min === undefined ? [] : [min - 1]),
];

/** Texts that are too long or too short, also in characters that are two code units. */
const otherLengths = (bounds: Bounds, text: string): unknown[] =>
  outside(bounds)
    .filter((length) => length >= 0 && length < 200_000)
    .flatMap((length) => [
      text.repeat(Math.ceil(length / Math.max(1, text.length))).slice(0, length),
      text.padEnd(length, text.at(-1) ?? 'a').slice(0, length),
      text.padEnd(length, 'a').slice(0, length),
      text.padEnd(length, '0').slice(0, length),
      text.padStart(length, 'a').slice(0, length),
      'a'.repeat(length),
      '\u{1f600}'.repeat(length),
    ]);

const otherBytes = (bounds: Bounds): unknown[] =>
  outside(bounds)
    .filter((length) => length >= 0 && length < 200_000)
    .map((length) => new Uint8Array(length));

const otherCounts = (bounds: Bounds, list: readonly unknown[]): unknown[] =>
  outside(bounds)
    .filter((count) => count >= 0 && count < 2000 && (count <= list.length || list.length > 0))
    .map((count) => Array.from({ length: count }, (_, at) => list[at % list.length]));

function otherEntries(bounds: Bounds, type: Type, map: Fields): unknown[] {
  const [item] = Object.values(map);
  const keyConstraints = type.kind === 'map' ? type.key.constraints : [];
  return outside(bounds)
    .filter((count) => count >= 0 && count < 2000 && (item !== undefined || count === 0))
    .map((count) => Array.from({ length: count }, (_, at) => [`key${String(at)}`, item] as const))
    .filter((entries) =>
      entries.every(([key]) => keyConstraints.every((constraint) => satisfies(constraint, key))),
    )
    .map((entries) => Object.fromEntries(entries));
}

/** Texts of the same length, or about, that few patterns match. */
function otherTexts(text: string): unknown[] {
  const { length } = text;
  const fillers = ['~', ' ', '\u0000', 'a', 'A', '0', '-', '/', '.', '\u{1f600}', '\n', '€'];
  return fillers.flatMap((filler) => [
    filler.repeat(length),
    `${text.slice(0, -1)}${filler}`,
    `${filler}${text.slice(1)}`,
    filler,
    filler.repeat(Math.max(1, Math.floor(length / 2))),
  ]);
}

function satisfies(constraint: Constraint, value: unknown): boolean {
  const isWithin = ({ min = -Infinity, max = Infinity }: Bounds, measure: number): boolean =>
    measure >= min && measure <= max;
  switch (constraint.kind) {
    case 'length':
      return isWithin(
        constraint,
        typeof value === 'string' ? Array.from(value).length : (value as Uint8Array).length,
      );
    case 'count':
      return isWithin(constraint, Array.isArray(value) ? value.length : Object.keys(value as Fields).length);
    case 'range':
      return isWithin(constraint, Number(value));
    case 'values':
      return constraint.values.includes(String(value));
    case 'pattern': {
      const translation = translatePattern(constraint.pattern);
      return (
        !isTranslated(translation) || new RegExp(translation.source, translation.flags).test(String(value))
      );
    }
  }
}
