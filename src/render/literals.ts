import { isIdentifierName } from './identifiers.js';

/** Control and format characters (bidirectional marks among them), line separators and lone surrogates. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const shortEscapes: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** `\u` escapes for each UTF-16 code unit. */
const escapeUnits = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');

/** Most texts hold nothing that is escaped. */
const isPlain = (text: string): boolean => /^[ !#-&(-[\]-~]*$/.test(text);

/** A string literal in single quotes that evaluates to the text, whatever it holds. */
export function stringLiteral(text: string): string {
  if (isPlain(text)) return `'${text}'`;
  const escaped = text
    .replace(/[\\']/g, '\\$&')
    .replace(invisible, (character) => shortEscapes.get(character) ?? escapeUnits(character));
  return `'${escaped}'`;
}

/** A numeric expression that evaluates to the number. */
export const numberLiteral = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

/**
 * The key of a property in an object literal or a type: bare where it can be, quoted otherwise. `__proto__` is
 * computed, for it would set the prototype.
 */
export function propertyKey(name: string): string {
  if (name === '__proto__') return `['__proto__']`;
  return isIdentifierName(name) ? name : stringLiteral(name);
}

/** `object.name`, or with brackets where the name needs them. */
export const propertyAccess = (object: string, name: string): string =>
  isIdentifierName(name) ? `${object}.${name}` : `${object}[${stringLiteral(name)}]`;

/** The source of a regular expression in which every character can be seen; it means the same. */
export const visibleSource = (source: string): string =>
  /^[ -~]*$/.test(source) ? source : source.replace(/\\?[^]/gu, visibleToken);

const visibleToken = (token: string): string =>
  token.replace(/^\\?([\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}])$/u, (_, character: string) => escapeUnits(character));

/**
 * A regular expression literal.
 * @throws SyntaxError where the source is no regular expression under these flags.
 */
export const regexpLiteral = (source: string, flags: string): string =>
  `/${visibleSource(new RegExp(source, flags).source)}/${flags}`;

/** A JSON value as an expression; keys and strings are literals of this module. */
export function valueLiteral(value: unknown): string {
  if (typeof value === 'string') return stringLiteral(value);
  if (typeof value === 'number') return numberLiteral(value);
  if (Array.isArray(value)) return `[${value.map(valueLiteral).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([key, item]) => `${propertyKey(key)}: ${valueLiteral(item)}`)
      .join(', ')} }`;
  }
  return String(value);
}
