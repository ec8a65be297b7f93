import { foldType, typesWithin } from '../../model/walk.js';
import type { ImportedName } from '../../render/imports.js';
import type { Member } from '../../model/model.js';
import type { ScalarType, Type } from '../../model/types.js';
import type { Direction } from '../directions.js';
import type { Naming, ShapeNames, ValuesNames } from '../naming.js';

/** Whether a value is given by callers (`closed` lists of values) or may come from the service (`open` ones). */
export type Openness = 'closed' | 'open';

/** What the text of a type depends on beside the type. */
export interface TypeStyle {
  readonly openness: Openness;
  /** Which form is meant of the shapes that callers send in another form than they receive. */
  readonly direction: Direction;
}

const received = (openness: Openness): TypeStyle => ({ openness, direction: 'output' });

const scalars: { readonly [Kind in ScalarType['kind']]: string } = {
  string: 'string',
  boolean: 'boolean',
  integer: 'number',
  long: 'number',
  float: 'number',
  double: 'number',
  blob: 'Uint8Array',
  document: 'JsonValue',
  unknown: 'JsonValue',
  file: 'Blob',
};

function valuesOf(type: Type, naming: Naming): ValuesNames | undefined {
  const constraint = type.constraints.find(({ kind }) => kind === 'values');
  return constraint?.kind === 'values' ? naming.values(constraint) : undefined;
}

/** The parts of the union that a type is. */
type Parts = readonly string[];

function scalarParts(type: ScalarType, naming: Naming, { openness }: TypeStyle): Parts {
  const values = valuesOf(type, naming);
  if (!values) return [scalars[type.kind]];
  return openness === 'open' && !values.flags ? [values.type, `(${values.kind} & {})`] : [values.type];
}

const shapeName = (names: ShapeNames | undefined, direction: Direction): string | undefined =>
  direction === 'input' ? names?.inputType : names?.type;

const joined = (parts: Parts): string => [...new Set(parts)].join(' | ');

const orNull = ({ nullable }: Type, parts: Parts): Parts => (nullable ? [...parts, 'null'] : parts);

/**
 * The TypeScript type of a value; a reference that leads nowhere is `unknown`.
 * @param style an openness alone is that of a value that may be received.
 */
export function typeText(type: Type, naming: Naming, style: Openness | TypeStyle): string {
  const { openness, direction } = typeof style === 'string' ? received(style) : style;
  const parts = foldType<Parts>(type, {
    scalar: (scalar) => orNull(scalar, scalarParts(scalar, naming, { openness, direction })),
    timestamp: (timestamp) => orNull(timestamp, ['Date']),
    list: (list, element) => orNull(list, [`(${joined(element)})[]`]),
    map: (map, key, value) =>
      orNull(map, [
        openness === 'closed' && valuesOf(map.key, naming)
          ? `Partial<Record<${joined(key)}, ${joined(value)}>>`
          : `Record<string, ${joined(value)}>`,
      ]),
    reference: (reference) =>
      orNull(reference, [shapeName(naming.shape(reference.target), direction) ?? 'unknown']),
    oneOf: (oneOf, variants) => orNull(oneOf, variants.flat()),
  });
  return joined(parts);
}

function nameIn(type: Type, naming: Naming, direction: Direction): string | undefined {
  if (type.kind === 'reference') return shapeName(naming.shape(type.target), direction);
  return type.kind === 'document' || type.kind === 'unknown'
    ? scalars.document
    : valuesOf(type, naming)?.type;
}

/** The names of `types.ts` that the printed types of these members mention. */
export function namesInTypes(
  members: readonly Member[],
  naming: Naming,
  direction: Direction = 'output',
): readonly ImportedName[] {
  const types = members.flatMap((member) => typesWithin(member.type));
  const names = types.map((type) => nameIn(type, naming, direction));
  return names.flatMap((name) => (name === undefined ? [] : [{ from: './types.js', name, type: true }]));
}
