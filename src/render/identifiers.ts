import { reservedWords } from './reserved.js';

/** One word, of letters that have one form only. */
const plainWord = /^[A-Za-z][\w$]*$/u;

const identifierName = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** True where the text can stand unquoted as a property name. */
export const isIdentifierName = (text: string): boolean => identifierName.test(text);

/** True where the text can name a variable or a type. */
export const isIdentifier = (text: string): boolean => isIdentifierName(text) && !reservedWords.has(text);

const capitalise = (word: string): string => word.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** Lowers the leading capital, or a leading acronym as a whole: `GetUser` to `getUser`, `DBCluster` to `dbCluster`. */
const uncapitalise = (word: string): string =>
  word.replace(/^(?:\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}+)/u, (letters) => letters.toLowerCase());

const wordsOf = (text: string): readonly string[] =>
  text.normalize('NFC').match(/[\p{ID_Continue}$]+/gu) ?? ['unnamed'];

/**
 * A valid identifier made of any text: what cannot stand in one separates words, and case within words is kept
 * (`x-amz-foo` gives `xAmzFoo` or `XAmzFoo`). Different texts may give the same identifier; a caller that needs
 * them apart keeps account of them. Never a reserved word, never empty.
 */
export function identifier(text: string, style: 'camel' | 'pascal'): string {
  const joined = plainWord.test(text) ? capitalise(text) : wordsOf(text).map(capitalise).join('');
  const cased = style === 'pascal' ? joined : uncapitalise(joined);
  const started = /^[\p{ID_Start}$_]/u.test(cased) ? cased : `_${cased}`;
  return reservedWords.has(started) ? `${started}_` : started;
}
