import type { NamedRequest } from '../../link/rules.js';
import { capitalised, nameFromPath, nounsOfPath, singular } from './path-names.js';
import { leadingVerb, suitsAnyMethod, suitsMethod, verbFrom, verbOfMethod } from './verbs.js';

const LONGEST = 60;

/**
 * What a person would call an operation: `List the emojis of a guild` is `ListEmojisOfGuild`, `Order book` that is read is
 * `GetOrderBook`. Where the title says nothing, method and path do.
 */
export function nameOperation(request: NamedRequest): string {
  const words = withoutAlternatives(wordsOf(request.title ?? ''), request);
  const name = shortened(withVerb(words, request));
  return isName(name) ? name : nameFromPath(request);
}

const isName = (name: string): boolean => /^[A-Za-z][\x20-\x7e]*$/.test(name);

/** Words and the commas and slashes between them, without numbers at the head, notes in brackets, and what says that it is old. */
const wordsOf = (title: string): readonly string[] =>
  title
    .replace(/^\s*\d+(?:\.\d+)*[.)]\s/, '')
    .replace(/\([^()]*\)|\[[^[\]]*\]|`/g, ' ')
    .replace(/(?<=\S)[\s:–—-]+(?:deprecated|removed|legacy|obsolete)\W*$/i, '')
    .replace(/^\W*(?:deprecated|removed|legacy|obsolete)\b(?=.*\w)/i, '')
    .replace(/(?<=\p{L})['’]s?(?!\p{L})/gu, '')
    .split(/[^\p{L}\p{N}/,]+|(?<=[/,])|(?=[/,])/u)
    .filter((word) => word !== '');

const isJoiner = (word: string): boolean => /^(?:or|\/|,)$/i.test(word);
const isMark = (word: string): boolean => word === '/' || word === ',';

/**
 * Of verbs that a title gives to choose from, the one for this method: `Create/Update a role` that is patched is `Update a
 * role`. Where several do, they are joined by `or`.
 */
function withoutAlternatives(words: readonly string[], { method }: NamedRequest): readonly string[] {
  const { verbs, end } = alternatives(words);
  const rest = words.slice(end).filter((word) => !isMark(word));
  if (verbs.length < 2) return words.filter((word) => !isMark(word));
  const fitting = verbs.filter((verb) => suitsMethod(verb.toLowerCase(), method));
  const narrows = fitting.length > 0 && verbs.every((verb) => suitsAnyMethod(verb.toLowerCase()));
  const chosen = narrows && !isUpsert(words.slice(0, end)) ? fitting : verbs;
  return [...chosen.flatMap((verb, at) => (at === 0 ? [verb] : ['or', verb])), ...rest];
}

/** `Get or create` is one thing that one request does. */
const isUpsert = (words: readonly string[]): boolean =>
  !words.some(isMark) && /^(?:get|find|create|add|upload|set)$/i.test(words[0] ?? '');

/** The verbs at the head of a title that commas, slashes and `or` join, and where they end. */
function alternatives(words: readonly string[]): { readonly verbs: readonly string[]; readonly end: number } {
  const verbs: string[] = [];
  let end = 0;
  for (const [at, word] of words.entries()) {
    if (isJoiner(word) && verbs.length > 0) continue;
    const isNext = at === 0 || isJoiner(words[at - 1] ?? '');
    if (!isNext || leadingVerb([word], false) === undefined) break;
    verbs.push(word);
    end = at + 1;
  }
  return { verbs, end };
}

/** With the verb in its plain form at its head; that of the method where a title has none. */
function withVerb(words: readonly string[], request: NamedRequest): readonly string[] {
  const [first = '', second = ''] = words;
  if (first === '') return [];
  const verb = leadingVerb(words, isRead(request));
  if (verb === undefined) return withVerbOfMethod(words, request);
  if (words.length === 1 && suitsMethod(verb, request.method)) return [verb, ...nounsOfPath(request.path)];
  if (verb === 'list' && second === 'of') return ['list', ...words.slice(2)];
  const both = second === 'and' ? ['and', verbFrom(words[2] ?? '') ?? words[2] ?? ''] : words.slice(1, 3);
  return [plainly(first, verb), ...both, ...words.slice(3)];
}

const isRead = ({ method }: NamedRequest): boolean => /^(?:GET|HEAD|LIST)$/.test(method);

/** A verb that is written in capitals is one all the same. */
const plainly = (word: string, verb: string): string =>
  word.toLowerCase() === verb && word !== word.toUpperCase() ? word : verb;

/** `User update` is `Update user`, `Members list` is `List members`; else the method says what is done. */
function withVerbOfMethod(words: readonly string[], request: NamedRequest): readonly string[] {
  const { method, path } = request;
  const last = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const isPlural = /s$/i.test(before.at(-1) ?? '');
  if (before.length > 0 && isAction(last.toLowerCase(), method, isPlural))
    return [last.toLowerCase(), ...before];
  if (!isRead(request) && words.some((word) => suitsMethod(word.toLowerCase(), method))) return words;
  const about = path.endsWith('}') ? [...before, singular(last)] : words;
  if (method === 'POST' && !path.endsWith('}')) return words;
  return [method === 'POST' ? 'set' : verbOfMethod(method), ...about];
}

const isAction = (word: string, method: string, isPlural: boolean): boolean =>
  word === 'list'
    ? isPlural && method === 'GET'
    : /^(?:update|lookup|search|delete|create|download|upload)$/.test(word) && suitsMethod(word, method);

function shortened(words: readonly string[]): string {
  let name = '';
  for (const word of words) {
    if (/^(?:an?|the)$/i.test(word)) continue;
    if (name.length + word.length > LONGEST) break;
    name += capitalised(word);
  }
  return name;
}
