import type { Member, Operation, Response, Service, Shape } from './model.js';
import type {
  Constraint,
  ListType,
  MapType,
  OneOfType,
  ReferenceType,
  ScalarType,
  TimestampType,
  Type,
} from './types.js';

/** What to make of each kind of type; lists and maps come with what was made of the types they hold. */
export interface TypeFold<Result> {
  scalar(type: ScalarType): Result;
  timestamp(type: TimestampType): Result;
  list(type: ListType, element: Result): Result;
  map(type: MapType, key: Result, value: Result): Result;
  reference(type: ReferenceType): Result;
  oneOf(type: OneOfType, variants: readonly Result[]): Result;
}

/** Makes one value of a type, from the inside out: the one place that knows every kind of type. */
export function foldType<Result>(type: Type, fold: TypeFold<Result>): Result {
  switch (type.kind) {
    case 'list':
      return fold.list(type, foldType(type.element, fold));
    case 'map':
      return fold.map(type, foldType(type.key, fold), foldType(type.value, fold));
    case 'reference':
      return fold.reference(type);
    case 'oneOf':
      return fold.oneOf(
        type,
        type.variants.map((variant) => foldType(variant, fold)),
      );
    case 'timestamp':
      return fold.timestamp(type);
    default:
      return fold.scalar(type);
  }
}

/** A type and the types inside it, outermost first. */
export const typesWithin = (type: Type): readonly Type[] => foldType(type, typesOf);

const typesOf: TypeFold<readonly Type[]> = {
  scalar: (scalar) => [scalar],
  timestamp: (timestamp) => [timestamp],
  list: (list, element) => [list, ...element],
  map: (map, key, value) => [map, ...key, ...value],
  reference: (reference) => [reference],
  oneOf: (oneOf, variants) => [oneOf, ...variants.flat()],
};

/** The names of the shapes that a type mentions. */
export const referencesOf = (type: Type): readonly string[] => foldType(type, references);

const none: readonly string[] = [];
const references: TypeFold<readonly string[]> = {
  scalar: () => none,
  timestamp: () => none,
  list: (_, element) => element,
  map: (_, key, value) => [...key, ...value],
  reference: ({ target }) => [target],
  oneOf: (_, variants) => variants.flat(),
};

/** A type made anew from the inside out; `change` is given each type whose inner types are changed already. */
export const mapType = (type: Type, change: (type: Type) => Type): Type =>
  foldType<Type>(type, {
    scalar: change,
    timestamp: change,
    list: (list, element) => change(element === list.element ? list : { ...list, element }),
    map: (map, key, value) => change(key === map.key && value === map.value ? map : { ...map, key, value }),
    reference: change,
    oneOf: (oneOf, variants) =>
      change(variants.every((one, at) => one === oneOf.variants[at]) ? oneOf : { ...oneOf, variants }),
  });

/** The usual response of success. */
export function successOf({ name, responses }: Operation): Response {
  const [first] = responses;
  if (!first) throw new RangeError(`The operation ${name} has no response.`);
  return first;
}

/** What the usual response of success holds. */
export const outputOf = (operation: Operation): readonly Member[] => successOf(operation).members;

/** Every member of an operation: of its input, and of all its responses of success. */
export const membersOfOperation = ({ input, responses }: Operation): readonly Member[] => [
  ...input,
  ...responses.flatMap(({ members }) => members),
];

/** The operation with the usual response of success changed. */
export const withSuccess = (operation: Operation, change: (response: Response) => Response): Operation => ({
  ...operation,
  responses: operation.responses.map((response, at) => (at === 0 ? change(response) : response)),
});

/** Every constraint on a type and within it. */
export const constraintsOf = (type: Type): readonly Constraint[] =>
  typesWithin(type).flatMap((inner) => inner.constraints);

/** The shapes of a service by name. */
export const shapesByName = (service: Service): ReadonlyMap<string, Shape> =>
  new Map(service.shapes.map((shape) => [shape.name, shape]));

/** The names of the shapes that these members hold, directly or through other shapes. */
export function reachableShapes(
  members: Iterable<Member>,
  shapes: ReadonlyMap<string, Shape>,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const pending = [...members];
  for (let member = pending.pop(); member; member = pending.pop()) {
    for (const name of referencesOf(member.type)) {
      const shape = reached.has(name) ? undefined : shapes.get(name);
      reached.add(name);
      if (shape) pending.push(...shape.members);
    }
  }
  return reached;
}

/** Which shapes callers send and which they receive; a shape may be both, or neither where nothing uses it. */
export interface Directions {
  readonly sent: ReadonlySet<string>;
  readonly received: ReadonlySet<string>;
}

export function shapeDirections(service: Service): Directions {
  const shapes = shapesByName(service);
  const inputs = service.operations.flatMap((operation) => operation.input);
  const outputs = [
    ...service.operations.flatMap(({ responses }) => responses.flatMap(({ members }) => members)),
    ...service.errors.flatMap((error) => error.members),
  ];
  return { sent: reachableShapes(inputs, shapes), received: reachableShapes(outputs, shapes) };
}
