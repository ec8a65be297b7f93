import type { FactEntry } from '../../src/model/facts.js';

/** A line of a page as somebody may spoil it; without a text the line is gone. */
export interface Mutation {
  readonly kind: keyof typeof mutators;
  /** From 0. */
  readonly line: number;
  readonly text: string | undefined;
}

type Spoilt = Pick<Mutation, 'line' | 'text'> | undefined;
type Mutator = (lines: readonly string[], fact: FactEntry) => Spoilt;

const kindOf = ({ id }: FactEntry): string => id.slice(id.lastIndexOf('.') + 1);
const lineOf = ({ source }: FactEntry): number => source.line - 1;
const isRow = (text: string | undefined): boolean => text?.includes('|') === true;
const isListed = (text: string | undefined): boolean => isRow(text) || /^\s*[*-] /.test(text ?? '');
const isRule = (text: string | undefined): boolean => /^[\s|:-]*-[\s|:-]*$/.test(text ?? '');

/** The text with the first of the patterns that it has replaced. */
function replaced(text: string, ...pairs: readonly (readonly [RegExp, string])[]): string | undefined {
  const pair = pairs.find(([pattern]) => pattern.test(text));
  return pair && text.replace(pair[0], pair[1]);
}

const put = (line: number, text: string | undefined): Spoilt =>
  text === undefined ? undefined : { line, text };

/** The heads of the table that a line stands in. */
function headsOf(lines: readonly string[], from: number): number {
  let at = from;
  while (at >= 0 && isRow(lines[at]) && !isRule(lines[at])) at -= 1;
  return at > 0 && isRule(lines[at]) ? at - 1 : -1;
}

const LONGEST = 80;

/** A part of a line that a fact stands in. */
const within = (
  { source }: FactEntry,
  text: string,
  spoil: (part: string) => string | undefined,
): string | undefined => {
  // A whole sentence has links and words that say nothing of the type.
  if (source.endLine !== source.line || source.endColumn - source.column > LONGEST) return undefined;
  const part = spoil(text.slice(source.column - 1, source.endColumn - 1));
  return part === undefined
    ? undefined
    : text.slice(0, source.column - 1) + part + text.slice(source.endColumn - 1);
};

/** A line that says whether it is required: in words, in a cell of its own, or by the mark of a name. */
const SAYS_MARK = /(?:\b|_)(?:required|optional)(?:\b|_)|\|\s*(?:yes|no|true|false)\s*\||^\| ?[`\w.[\]]+\?/i;

/** What is said twice is still there. */
const once = (line: number, text: string | undefined): Spoilt =>
  text !== undefined && SAYS_MARK.test(text) ? undefined : put(line, text);

/** What is said about a member being required is gone. */
const mark: Mutator = (lines, fact) => {
  if (kindOf(fact) !== 'required' || fact.known !== 'stated') return undefined;
  const text = lines[lineOf(fact)] ?? '';
  const cell = within(fact, text, (part) =>
    replaced(part, [/^(?:yes|no|[yn]|true|false|required|mandatory|optional)$/i, '']),
  );
  if (cell !== undefined) return once(lineOf(fact), cell);
  const spoilt = fact.value
    ? replaced(
        text,
        [/\|\s*(?:yes|true|y|required|mandatory)\s*(?=\||$)/i, '| '],
        [/\*\*Required\.?\*\*\.? ?/i, ''],
        [/<required>|\{\{<\s*required\s*>\}\}/i, ''],
        [/\(required\)/i, ''],
        [/\brequired\b[,.]? ?/i, ''],
      )
    : replaced(
        text,
        [/\|\s*(?:no|false|n|optional)\s*(?=\||$)/i, '| '],
        [/^(\| ?[`\w.[\]]+)\?/, '$1'],
        [/\(optional\)/i, ''],
        [/\boptional\b[,.]? ?/i, ''],
      );
  return once(lineOf(fact), spoilt);
};

/** A column has another head. */
const column: Mutator = (lines, fact) => {
  const at = lineOf(fact);
  const heads = isRow(lines[at]) ? headsOf(lines, at) : -1;
  if (heads < 0 || !['type', 'required'].includes(kindOf(fact))) return undefined;
  const text = lines[heads] ?? '';
  return put(
    heads,
    kindOf(fact) === 'type'
      ? replaced(text, [/(\|\s*|^\s*)\**(?:data )?type\**(?=\s*(?:\||$))/i, '$1Zorb'])
      : replaced(text, [/(\|\s*)\**(?:required|mandatory)\??\**(?=\s*(?:\||$))/i, '$1Zorb']),
  );
};

/** The column of names has another head. */
const name: Mutator = (lines, fact) => {
  const at = lineOf(fact);
  const heads = isRow(lines[at]) && kindOf(fact) === 'type' ? headsOf(lines, at) : -1;
  const head = /^(\s*\|?\s*)\**(?:name|field|parameter|property|key)\**(?=\s*\|)/i;
  return heads < 0 ? undefined : put(heads, replaced(lines[heads] ?? '', [head, '$1Zorb']));
};

/** A row of a table, or an item of a list, is gone. */
const row: Mutator = (lines, fact) => {
  const text = lines[lineOf(fact)];
  const states = ['required', 'type', 'wireName'].includes(kindOf(fact));
  return states && isListed(text) ? { line: lineOf(fact), text: undefined } : undefined;
};

/** The heading above rows or bullets says something else; a sentence says by itself what it is of. */
const heading: Mutator = (lines, fact) => {
  let at = lineOf(fact);
  if (!isListed(lines[at])) return undefined;
  while (at >= 0 && !/^#{1,6} /.test(lines[at] ?? '')) at -= 1;
  return at < 0 ? undefined : put(at, lines[at]?.replace(/^(#{1,6}) .*$/, '$1 Zorb quax'));
};

/** A link of a type leads nowhere. */
const link: Mutator = (lines, fact) =>
  ['type', 'values'].includes(kindOf(fact))
    ? put(
        lineOf(fact),
        within(fact, lines[lineOf(fact)] ?? '', (part) => replaced(part, [/\]\([^)]+\)/, '](#zorb-quax)'])),
      )
    : undefined;

const TYPE =
  /\b(?:strings?|integers?|ints?|booleans?|bool|numbers?|objects?|arrays?|long|snowflake|double|decimal|enum|map|list)\b/i;

/** A link says by its target what its words say, and brackets what is written in a string: said twice. */
const SAID_AGAIN = /\]\s*[([]|\(\[?(?:URL|date|datetime|e-?mail|UUID|integer|string)\b/i;

/** A type has a word that there is not. */
const type: Mutator = (lines, fact) =>
  kindOf(fact) === 'type' && fact.known === 'stated'
    ? put(
        lineOf(fact),
        within(fact, lines[lineOf(fact)] ?? '', (part) =>
          SAID_AGAIN.test(part) ? undefined : replaced(part, [TYPE, 'zorb']),
        ),
      )
    : undefined;

export const mutators = { mark, column, name, row, heading, link, type } as const;

/** The numbers of one series, from 0 to 1: the same for the same seed. */
export function series(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/** Some mutations of a page where it states facts, in turns of kind. */
export function mutationOf(
  lines: readonly string[],
  facts: readonly FactEntry[],
  kind: Mutation['kind'],
  random: () => number,
): Mutation | undefined {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const fact = facts[Math.floor(random() * facts.length)];
    const spoilt = fact && mutators[kind](lines, fact);
    if (spoilt) return { kind, ...spoilt };
  }
  return undefined;
}
