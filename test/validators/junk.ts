import fc from 'fast-check';
import type { Member, Service, Shape } from '../../src/model/model.js';
import type { Type } from '../../src/model/types.js';

/** Values that look like those of a type in places, and like anything else in others. */
export function nearlyOf(members: readonly Member[], service: Service): fc.Arbitrary<unknown> {
  const shapes = new Map(service.shapes.map((shape) => [shape.name, shape]));
  return fields(members, shapes, 4);
}

const texts = [
  '',
  'a',
  'ab',
  'abcd',
  'abcde',
  '-ab',
  'A',
  'B',
  'x',
  '\u{1f600}',
  '\u{1f600}\u{1f600}\u{1f600}',
  '\ud800ab',
];
const numbers = [0, 1, 5, 6, 7, -1, 0.5, 2 ** 31, 2 ** 53, -(2 ** 31)];

const junk = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.constantFrom<unknown>(null, true, [], {}, [null], { a: undefined }),
    fc.constantFrom(...texts),
    fc.constantFrom(...numbers),
  );

type Shapes = ReadonlyMap<string, Shape>;

const mostly = (likely: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ arbitrary: likely, weight: 12 }, { arbitrary: junk(), weight: 1 });

function fields(members: readonly Member[], shapes: Shapes, depth: number): fc.Arbitrary<unknown> {
  const parts = members.map(({ name, type }) => [name, valueOf(type, shapes, depth)] as const);
  const likely = fc.record(Object.fromEntries(parts), { requiredKeys: [], noNullPrototype: true });
  return mostly(likely);
}

function valueOf(type: Type, shapes: Shapes, depth: number): fc.Arbitrary<unknown> {
  if (depth === 0) return junk();
  switch (type.kind) {
    case 'string':
      return mostly(fc.constantFrom(...texts));
    case 'boolean':
      return mostly(fc.boolean());
    case 'timestamp':
      return mostly(fc.constantFrom(new Date(0), new Date(NaN)));
    case 'blob':
      return mostly(fc.constantFrom(new Uint8Array(0), new Uint8Array(1), new Uint8Array(4)));
    case 'document':
      return fc.jsonValue();
    case 'list':
      return mostly(fc.array(valueOf(type.element, shapes, depth - 1), { maxLength: 3 }));
    case 'map':
      return mostly(
        fc.dictionary(fc.constantFrom('a', 'é', 'abc', '1'), valueOf(type.value, shapes, depth - 1)),
      );
    case 'reference':
      return fields(shapes.get(type.target)?.members ?? [], shapes, depth - 1);
    default:
      return mostly(fc.constantFrom(...numbers));
  }
}
