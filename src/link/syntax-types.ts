import type { SyntaxValue } from '../model/fragments.js';
import type { Provenance } from '../model/provenance.js';
import type { Type } from '../model/types.js';

/** The type that a syntax block shows for a value; structures come out as documents, for want of a name. */
export function typeFromSyntax(value: SyntaxValue): Type {
  const at = { source: value.source, known: 'syntax' as const, constraints: [] };
  switch (value.kind) {
    case 'list':
      return { kind: 'list', element: typeFromSyntax(value.element), ...at };
    case 'map':
      return { kind: 'map', key: { kind: 'string', ...at }, value: typeFromSyntax(value.value), ...at };
    case 'scalar':
      return { kind: scalarKind(value.word), ...at };
    default:
      return { kind: 'document', ...at };
  }
}

function scalarKind(word: string): 'string' | 'double' | 'boolean' | 'blob' | 'document' {
  if (word === 'string' || word === 'boolean' || word === 'blob') return word;
  return word === 'number' ? 'double' : 'document';
}

/** True where a syntax block's value can stand for a value of the type. */
export function agrees(type: Type, value: SyntaxValue): boolean {
  switch (value.kind) {
    case 'elided':
      return true;
    case 'list':
      return type.kind === 'document' || (type.kind === 'list' && agrees(type.element, value.element));
    case 'map':
      return type.kind === 'document' || (type.kind === 'map' && agrees(type.value, value.value));
    case 'structure':
      return type.kind === 'reference' || type.kind === 'document';
    case 'scalar':
      return wordAgrees(type.kind, value.word);
  }
}

const WORDS: Readonly<Record<string, readonly Type['kind'][]>> = {
  string: ['string', 'timestamp', 'blob', 'document'],
  number: ['integer', 'long', 'float', 'double', 'timestamp', 'document'],
  boolean: ['boolean', 'document'],
  blob: ['blob', 'document'],
};

const wordAgrees = (kind: Type['kind'], word: string): boolean => WORDS[word]?.includes(kind) ?? true;

export const inferred = <K extends 'string' | 'integer' | 'blob'>(kind: K, from: Provenance): Type => ({
  kind,
  source: from.source,
  known: 'inferred',
  constraints: [],
});
