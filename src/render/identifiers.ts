import { reservedWords } from './reserved.js';

/** One word, of letters that have one form only. */
const plainWord = /^[A-Za-z][\w$]*$/;

/** True where the text can stand unquoted as a property name. */
export const isIdentifierName = (text: string): boolean => {
  if (/^[A-Za-z$_][\w$]*$/.test(text)) return true;
  // An expression that knows all scripts takes a millisecond to compile.
  return !isAscii(text) && /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text);
};

const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);

/** True where the text can name a variable or a type. */
export const isIdentifier = (text: string): boolean => isIdentifierName(text) && !reservedWords.has(text);

const capitalise = (word: string): string => word.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** Lowers the leading capital, or a leading acronym as a whole: `GetUser` to `getUser`, `DBCluster` to `dbCluster`. */
const uncapitalise = (word: string): string =>
  word.replace(/^(?:\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}+)/u, (letters) => letters.toLowerCase());

/** What `anyIdentifier` gives for a plain word. */
function plainIdentifier(word: string, style: 'camel' | 'pascal'): string {
  const capitalised = word.charAt(0).toUpperCase() + word.slice(1);
  if (style === 'pascal') return capitalised;
  return capitalised.replace(/^(?:[A-Z]+(?=[A-Z][a-z])|[A-Z]+)/, (letters) => letters.toLowerCase());
}

const anyIdentifier = (text: string, style: 'camel' | 'pascal'): string => {
  const joined = wordsOf(text).map(capitalise).join('');
  const cased = style === 'pascal' ? joined : uncapitalise(joined);
  return /^[\p{ID_Start}$_]/u.test(cased) ? cased : `_${cased}`;
};

const wordsOf = (text: string): readonly string[] =>
  text.normalize('NFC').match(/[\p{ID_Continue}$]+/gu) ?? ['unnamed'];

/**
 * A valid identifier made of any text: what cannot stand in one separates words, and case within words is kept
 * (`x-trace-id` gives `xTraceId` or `XTraceId`). Different texts may give the same identifier; a caller that needs
 * them apart keeps account of them. Never a reserved word, never empty.
 */
export function identifier(text: string, style: 'camel' | 'pascal'): string {
  const name = plainWord.test(text) ? plainIdentifier(text, style) : anyIdentifier(text, style);
  return reservedWords.has(name) ? `${name}_` : name;
}
