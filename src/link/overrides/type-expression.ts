import type { Provenance } from '../../model/provenance.js';
import type { ScalarKind, Type } from '../../model/types.js';
import { OverrideProblem } from './values.js';

const SCALARS: ReadonlySet<string> = new Set<ScalarKind>([
  'string',
  'boolean',
  'integer',
  'long',
  'float',
  'double',
  'timestamp',
  'blob',
  'document',
]);

/** Reads `string`, `list<string>`, `map<string, Tag>` and so on; names that are no scalar must be shapes. */
export function parseType(text: string, shapes: ReadonlySet<string>, at: Provenance): Type {
  const expression = text.trim();
  const base = { source: at.source, known: at.known, constraints: [] };
  const list = /^list<(.+)>$/.exec(expression)?.[1];
  if (list !== undefined) return { kind: 'list', element: parseType(list, shapes, at), ...base };
  const map = /^map<([^,<>]+),(.+)>$/.exec(expression);
  if (map?.[1] !== undefined && map[2] !== undefined) {
    return { kind: 'map', key: parseType(map[1], shapes, at), value: parseType(map[2], shapes, at), ...base };
  }
  if (SCALARS.has(expression)) return { kind: expression as ScalarKind, ...base };
  if (shapes.has(expression)) return { kind: 'reference', target: expression, ...base };
  throw new OverrideProblem(`a type such as "string", "list<string>" or the name of a type, not "${text}"`);
}
