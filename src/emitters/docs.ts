import { docComment } from '../render/comments.js';
import { valueLiteral } from '../render/literals.js';
import { codeSpan, proseLines, proseText } from '../render/prose.js';
import { memoise } from '../base/memoise.js';
import type { SourceRange } from '../diagnostics/position.js';
import type { Member, Operation } from '../model/model.js';
import type { Fact } from '../model/provenance.js';
import type { Constraint, Type } from '../model/types.js';

/** What a page says of one thing, and where. */
interface Documented {
  readonly description?: string;
  readonly deprecated?: Fact<string>;
  readonly source: SourceRange;
}

const descriptionLines = memoise(proseLines);
const nameSpan = memoise((name) => codeSpan(proseText(name)));
const pageName = memoise((file) => proseText(file.slice(file.lastIndexOf('/') + 1)));

/** `API_CreateUser.md:31`: the page by its file name, so that the text is the same on every machine. */
const place = ({ file, line }: SourceRange): string => `${pageName(file)}:${String(line)}`;

const bounds = ({ min, max }: { readonly min?: number; readonly max?: number }): string => {
  if (min === undefined) return `at most ${String(max)}`;
  return max === undefined
    ? `at least ${String(min)}`
    : min === max
      ? String(min)
      : `${String(min)} to ${String(max)}`;
};

function constraintText(constraint: Constraint): string {
  switch (constraint.kind) {
    case 'length':
      return `Length ${bounds(constraint)}.`;
    case 'range':
      return `Value ${bounds(constraint)}.`;
    case 'count':
      return `Entries: ${bounds(constraint)}.`;
    case 'pattern':
      return `Pattern ${codeSpan(constraint.pattern)}.`;
    case 'values':
      return `One of ${constraint.values.map((value) => codeSpan(String(value))).join(', ')}.`;
  }
}

/** The values of strings, and numbers that pages name, are in the type already. */
const isWorthSaying = (type: Type, constraint: Constraint): boolean =>
  constraint.kind !== 'values' ||
  !(type.kind === 'string' || constraint.name !== undefined || constraint.details);

/** How a string is written; what timestamps are like is no concern of who has a `Date`. */
const formatText = (type: Type): readonly string[] =>
  type.kind !== 'timestamp' && 'format' in type && type.format
    ? [`Format ${codeSpan(type.format.value)}.`]
    : [];

/** A sentence for each constraint of a type and of the types inside it. */
export function constraintLines(type: Type): readonly string[] {
  const own = type.constraints.filter((constraint) => isWorthSaying(type, constraint)).map(constraintText);
  const sentences = [...formatText(type), ...own];
  return [...(sentences.length > 0 ? [sentences.join(' ')] : []), ...linesWithin(type)];
}

function linesWithin(type: Type): readonly string[] {
  if (type.kind === 'list') return labelled('Elements', type.element);
  if (type.kind === 'map') return [...labelled('Keys', type.key), ...labelled('Values', type.value)];
  if (type.kind !== 'oneOf') return [];
  const { discriminator, variants } = type;
  return [
    ...(discriminator ? [`${codeSpan(proseText(discriminator.value))} tells which of them it is.`] : []),
    ...variants.flatMap((variant) => labelled(`As ${variant.kind}`, variant)),
  ];
}

const labelled = (label: string, type: Type): readonly string[] =>
  constraintLines(type).map((line) => `${label}: ${line.charAt(0).toLowerCase()}${line.slice(1)}`);

const deprecatedTag = ({ value }: Fact<string>): string => `@deprecated ${proseText(value)}`.trimEnd();

const tagLines = (thing: Documented): readonly string[] => [
  ...(thing.deprecated ? [deprecatedTag(thing.deprecated)] : []),
  `@see ${place(thing.source)}`,
];

/** The doc comment of a thing: what it is, more lines, whether it is deprecated, where it is stated. */
export const documentation = (thing: Documented, more: readonly string[] = []): string =>
  docComment([
    ...descriptionLines(thing.description ?? ''),
    ...(more.length > 0 ? ['', ...more] : []),
    '',
    ...tagLines(thing),
  ]);

/** What holds of a member beside its type. */
const memberLines = ({ readOnly, writeOnly, aliases = [] }: Member): readonly string[] => [
  ...(readOnly?.value ? ['Only the service sets it.'] : []),
  ...(writeOnly?.value ? ['The service never gives it back.'] : []),
  ...(aliases.length > 0 ? [`The service also knows it as ${aliases.map(nameSpan).join(', ')}.`] : []),
];

export function memberDoc(member: Member): string {
  const value = member.default ? [`@default ${proseText(valueLiteral(member.default.value))}`] : [];
  return documentation(member, [
    ...constraintLines(member.type),
    ...memberLines(member),
    ...(value.length > 0 ? ['', ...value] : []),
  ]);
}

/** The first sentence of a description, for where the whole stands elsewhere. */
export const summary = (description: string | undefined): string => firstSentence(description ?? '');

const firstSentence = memoise((description) => {
  const [paragraph = ''] = description.trim().split(/\n\s*\n/u, 1);
  const text = proseText(paragraph);
  return /^.*?[.!?](?=\s|$)/u.exec(text)?.[0] ?? text;
});

/** Makes a text of an operation once, for clients and servers print the same. */
function once(make: (operation: Operation) => string): (operation: Operation) => string {
  const made = new WeakMap<Operation, string>();
  return (operation) => {
    const text = made.get(operation) ?? make(operation);
    made.set(operation, text);
    return text;
  };
}

/** All that is said of an operation, and the errors that it documents. */
export const operationDoc = once((operation) => {
  const names = [...new Set(operation.errors.map(({ name }) => nameSpan(name)))];
  return documentation(operation, names.length > 0 ? proseLines(`Throws ${names.join(', ')}.`) : []);
});

/** One line about an operation, for where the whole stands elsewhere. */
export const summaryDoc = once(({ name, description, deprecated }) =>
  docComment([
    summary(description) || nameSpan(name),
    ...(deprecated ? ['', deprecatedTag(deprecated)] : []),
  ]),
);
