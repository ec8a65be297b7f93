import { foldType, typesWithin } from '../../model/walk.js';
import type { ImportedName } from '../../render/imports.js';
import type { Member } from '../../model/model.js';
import type { ScalarType, Type } from '../../model/types.js';
import type { Naming, ValuesNames } from '../naming.js';

/** Whether a value is given by callers (`closed` lists of values) or may come from the service (`open` ones). */
export type Openness = 'closed' | 'open';

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

function scalarText(type: ScalarType, naming: Naming, openness: Openness): string {
  const values = valuesOf(type, naming)?.type;
  if (!values) return scalars[type.kind];
  return openness === 'open' ? `${values} | (string & {})` : values;
}

/** The TypeScript type of a value; a reference that leads nowhere is `unknown`. */
export function typeText(type: Type, naming: Naming, openness: Openness): string {
  return foldType<string>(type, {
    scalar: (scalar) => scalarText(scalar, naming, openness),
    timestamp: () => 'Date',
    list: (_, element) => `(${element})[]`,
    map: (map, key, value) =>
      openness === 'closed' && valuesOf(map.key, naming)
        ? `Partial<Record<${key}, ${value}>>`
        : `Record<string, ${value}>`,
    reference: ({ target }) => naming.shape(target)?.type ?? 'unknown',
    oneOf: (_, variants) => variants.join(' | '),
  });
}

function nameIn(type: Type, naming: Naming): string | undefined {
  if (type.kind === 'reference') return naming.shape(type.target)?.type;
  return type.kind === 'document' || type.kind === 'unknown' ? scalars.document : valuesOf(type, naming)?.type;
}

/** The names of `types.ts` that the printed types of these members mention. */
export function namesInTypes(members: readonly Member[], naming: Naming): readonly ImportedName[] {
  const names = members.flatMap((member) => typesWithin(member.type)).map((type) => nameIn(type, naming));
  return names.flatMap((name) => (name === undefined ? [] : [{ from: './types.js', name, type: true }]));
}
