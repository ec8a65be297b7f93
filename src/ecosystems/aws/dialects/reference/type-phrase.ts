import type { SourceRange } from '../../../../diagnostics/position.js';
import type { ScalarKind, Type } from '../../../../model/types.js';
import { collapse } from '../../../../markdown/source.js';

const SCALARS: ReadonlyMap<string, ScalarKind> = new Map<string, ScalarKind>([
  ['string', 'string'],
  ['boolean', 'boolean'],
  ['integer', 'integer'],
  ['int', 'integer'],
  ['short', 'integer'],
  ['byte', 'integer'],
  ['long', 'long'],
  ['float', 'float'],
  ['double', 'double'],
  ['timestamp', 'timestamp'],
  ['base64-encoded binary data object', 'blob'],
  ['json value', 'document'],
  ['document', 'document'],
  ['document type', 'document'],
]);

const singular = (words: string): string => words.replace(/ies$/i, 'y').replace(/s$/i, '');

/**
 * Understands what stands after `Type:`, such as `String`, `[Tag](API_Tag.md) objects`, `Array of strings` or
 * `String to array of integers map`; links are given by their text. Nothing where the phrase is none of these.
 */
export function parseTypePhrase(phrase: string, source: SourceRange): Type | undefined {
  const text = collapse(phrase).replace(/\.$/, '').trim();
  return (
    parseScalar(text, source) ??
    parseList(text, source) ??
    parseMap(text, source) ??
    parseReference(text, source)
  );
}

const base = (source: SourceRange) => ({ source, known: 'stated' as const, constraints: [] });

function parseList(text: string, source: SourceRange): Type | undefined {
  const match = /^arrays? of (.+)$/i.exec(text);
  const element = match?.[1] === undefined ? undefined : parseTypePhrase(match[1], source);
  return element && { kind: 'list', element, ...base(source) };
}

function parseMap(text: string, source: SourceRange): Type | undefined {
  const match = /^([a-z]+) to (.+) maps?$/i.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  const key = parseScalar(match[1], source);
  const value = parseTypePhrase(match[2], source);
  return key && value && { kind: 'map', key, value, ...base(source) };
}

function parseScalar(text: string, source: SourceRange): Type | undefined {
  const words = text.toLowerCase();
  const kind = SCALARS.get(words) ?? (words.endsWith('s') ? SCALARS.get(singular(words)) : undefined);
  return kind && { kind, ...base(source) };
}

function parseReference(text: string, source: SourceRange): Type | undefined {
  const target = /^(\S+) objects?$/.exec(text)?.[1];
  return target === undefined ? undefined : { kind: 'reference', target, ...base(source) };
}
