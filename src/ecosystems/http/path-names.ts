import { groupBy } from '../../base/group-by.js';
import type { NamedRequest } from '../../link/rules.js';
import { leadingVerb, verbOfMethod } from './verbs.js';

/** With a capital; the rest as it is. */
export const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const pascal = (text: string): string => wordsIn(text).map(capitalised).join('');

const wordsIn = (text: string): readonly string[] => text.split(/[^A-Za-z\d]+/).filter((word) => word !== '');

/** `policies` is `policy`, `boxes` is `box`, `status` stays. */
export const singular = (word: string): string =>
  /(?:ss|us|is|news|as)$/i.test(word)
    ? word
    : word
        .replace(/(?<=[a-z]{2})ies$/i, 'y')
        .replace(/(?<=(?:ss|x|ch|sh))es$/i, '')
        .replace(/(?<=[a-z]{3})s$/i, '');

/** A part of a path between slashes. */
interface Segment {
  readonly text: string;
  readonly isLabel: boolean;
  /** In front of a label: it names one of many. */
  readonly isOne: boolean;
}

const isLabel = (text: string): boolean => /[{}]/.test(text);

/** The form in which an answer is asked for says nothing of what it is about. */
const ENDING = /\.(?:json|xml|html?|php|do)$/i;

const segmentsOf = (path: string): readonly Segment[] =>
  path
    .split('/')
    .filter((text) => text !== '')
    .map((text) => text.replace(ENDING, ''))
    .map((text, at, all) => ({
      text: isLabel(text) ? text.replace(/^\W*\{|\}\W*$/g, '') : text,
      isLabel: isLabel(text),
      isOne: isLabel(all[at + 1] ?? ''),
    }));

const isVersion = ({ text }: Segment): boolean => /^v\d+(?:[._-]?[a-z\d]+)*$/i.test(text);

/** `GET /users/{id}/posts` is `ListUserPosts`, `POST /bots/{id}/restart` is `RestartBot`. */
export function nameFromPath({ method, path }: NamedRequest): string {
  const segments = tellingSegments(path);
  const nouns = segments.filter((segment) => !segment.isLabel);
  const last = nouns.at(-1);
  const lastWords = wordsIn(last?.text ?? '');
  const isAction = (method === 'POST' || method === 'PUT') && leadingVerb(lastWords, lastWords.length > 1);
  if (isAction) return [...lastWords, ...nouns.slice(0, -1).map(spelt)].map(pascal).join('');
  const isCollection = segments.at(-1) === last && /[^s]s$/i.test(last?.text ?? '');
  const about = (nouns.length > 0 ? nouns : segments).map(spelt);
  if (method === 'GET' && isCollection) return ['list', ...about].map(pascal).join('');
  if (method !== 'POST') return [verbOfMethod(method), ...about].map(pascal).join('');
  return isCollection
    ? pascal(['create', ...nounsOfPath(path)].join(' '))
    : ['post', ...about].map(pascal).join('');
}

/** What the parts of a path name, the last as one: `/orgs/{org}/repos` is about the repo of an org. */
export const nounsOfPath = (path: string): readonly string[] => {
  const nouns = tellingSegments(path).filter((segment) => !segment.isLabel);
  return nouns.map((segment) =>
    capitalised(pascal(spelt({ ...segment, isOne: segment.isOne || segment === nouns.at(-1) }))),
  );
};

/** Without what stands before all paths of an API. */
const tellingSegments = (path: string): readonly Segment[] =>
  segmentsOf(path).filter((segment) => !isVersion(segment) && !/^(?:api|rest)$/i.test(segment.text));

/** The words of a segment, of one where a label chooses one. */
const spelt = ({ text, isOne }: Segment): string => {
  const words = wordsIn(text);
  return (isOne ? [...words.slice(0, -1), singular(words.at(-1) ?? '')] : words).join(' ');
};

/**
 * What stands behind a name that several have, by what sets their paths apart: versions, parts, labels, at last methods. It
 * does not depend on the order of the pages. What is deprecated leaves the plain name to what is not.
 */
export function distinguish(name: string, requests: readonly NamedRequest[]): readonly string[] {
  const suffixes = new Map(split(requests, new Set(camelWords(name)), ''));
  const current = requests.filter(({ deprecated, title = '' }) => !deprecated && !OLD.test(title));
  return requests.map((request) => {
    if (current.length !== 1 || requests.length === 1) return suffixes.get(request) ?? '';
    return request === current[0] ? '' : suffixes.get(request) || 'Deprecated';
  });
}

const OLD = /\b(?:deprecated|removed|legacy|obsolete)\b/i;

const camelWords = (name: string): readonly string[] =>
  (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map((word) => singular(word.toLowerCase()));

type Suffixes = readonly (readonly [NamedRequest, string])[];

/** Parts them by the first thing that differs, and each part again. */
function split(requests: readonly NamedRequest[], said: ReadonlySet<string>, before: string): Suffixes {
  if (requests.length === 1) return requests.map((request) => [request, before]);
  for (const { keyOf, lead } of waysToSplit(requests, said)) {
    const parts = groupBy(requests, keyOf);
    if (parts.size < 2) continue;
    return [...parts].flatMap(([key, part]) => {
      const joined = key === '' ? before : `${before}${before.includes(lead) ? '' : lead}${pascal(key)}`;
      return split(part, new Set([...said, ...camelWords(pascal(key))]), joined);
    });
  }
  return requests.map((request) => [request, before]);
}

interface Way {
  /** What a suffix begins with. */
  readonly lead: string;
  keyOf(request: NamedRequest): string;
}

function waysToSplit(requests: readonly NamedRequest[], said: ReadonlySet<string>): readonly Way[] {
  const own = ownSegments(requests);
  const unsaid = (segment: Segment): string =>
    wordsIn(spelt(segment))
      .filter((word) => !said.has(singular(word.toLowerCase())))
      .join(' ');
  const first = (request: NamedRequest, textOf: (segment: Segment) => string): string =>
    own(request)
      .map(textOf)
      .find((text) => text !== '') ?? '';
  return [
    {
      lead: 'For',
      keyOf: (request) => first(request, (one) => (one.isLabel || isVersion(one) ? '' : unsaid(one))),
    },
    { lead: '', keyOf: (request) => first(request, (one) => (isVersion(one) ? one.text : '')) },
    { lead: 'By', keyOf: (request) => first(request, (one) => (one.isLabel ? one.text : '')) },
    { lead: 'With', keyOf: ({ method }) => methodKey(method, requests) },
  ];
}

const keyOf = ({ text, isLabel: label }: Segment): string => (label ? `{${text}}` : text);

/** The segments of a path that not all of the others have. */
function ownSegments(requests: readonly NamedRequest[]): (request: NamedRequest) => readonly Segment[] {
  const all = new Map(requests.map((request) => [request, segmentsOf(request.path)]));
  const keys = [...all.values()].map((segments) => new Set(segments.map(keyOf)));
  return (request) =>
    (all.get(request) ?? []).filter((segment) => !keys.every((others) => others.has(keyOf(segment))));
}

/** Empty for the method that is the most usual one of them. */
function methodKey(method: string, requests: readonly NamedRequest[]): string {
  const methods = new Set(requests.map((request) => request.method));
  const usual = ['LIST', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE'].find((one) => methods.has(one));
  return method === usual ? '' : method.toLowerCase();
}
