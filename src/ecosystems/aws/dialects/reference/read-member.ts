import type { Report } from '../../../../diagnostics/report.js';
import type { Fact } from '../../../../model/provenance.js';
import type { JsonValue } from '../../../../model/model.js';
import { fact, type MemberFragment, type MemberPlace } from '../../../../model/fragments.js';
import type { Type } from '../../../../model/types.js';
import type { Line } from '../../../../markdown/lines.js';
import { applyConstraint } from './apply-constraints.js';
import { parseConstraint } from './constraint-phrase.js';
import { labelledLine, looksLabelled, type Label, type LabelledLine } from './labels.js';
import type { Item } from './outline.js';
import { describe, linesOf } from './prose.js';
import { parseTypePhrase } from './type-phrase.js';

/** Reads the item of one member: its labelled lines are facts, its other lines the description. */
export function readMember(item: Item, place: MemberPlace, report: Report): MemberFragment {
  const { labelled, prose, stated } = partition(linesOf(item.blocks), report);
  const type = readType(labelled, stated, item, report);
  const required = readRequired(labelled, report);
  const fallback = readDefault(labelled);
  const description = describe(prose);
  return {
    name: item.name,
    place,
    ...(type && { type }),
    ...(required && { required }),
    ...(fallback && { default: fallback }),
    ...(description && { description }),
    source: item.source,
    known: 'stated',
  };
}

/**
 * Facts begin with the type; a labelled line above it is part of the description, whose authors like the words. Only a
 * default of one word is a fact wherever it stands, and one of more words is prose: there are services that print
 * defaults above the type, and others that explain there at length what the default depends on.
 */
function isFact(labelled: LabelledLine, isAboveType: boolean): boolean {
  return labelled.label === 'default' ? wordOf(labelled) !== undefined : !isAboveType;
}

const typeOf = (labelled: LabelledLine | undefined): Type | undefined =>
  labelled?.label === 'type' ? parseTypePhrase(labelled.text, labelled.line.source) : undefined;

/** Labels that an item states once; a second one means that two items have run together. */
const ONCE: ReadonlySet<Label> = new Set<Label>(['type', 'required', 'status', 'default']);

/** The lines of an item, apart. `stated` is the type that one of them names, if it is one that is known. */
export function partition(
  lines: readonly Line[],
  report: Report,
): { labelled: LabelledLine[]; prose: Line[]; stated: Type | undefined } {
  const labelled: LabelledLine[] = [];
  const prose: Line[] = [];
  const understood = lines.map(labelledLine);
  const types = understood.map(typeOf);
  const start = types.findIndex((type) => type !== undefined);
  lines.forEach((line, index) => {
    const fact = understood[index];
    if (!fact || !isFact(fact, index < start)) {
      prose.push(line);
      reportProse(line, labelled, report);
      return;
    }
    const earlier = ONCE.has(fact.label) && labelled.find((other) => other.label === fact.label);
    if (earlier) {
      report('line-repeated', { line: line.text }, line.source, [
        { message: 'first stated here', source: earlier.line.source },
      ]);
    } else labelled.push(fact);
  });
  return { labelled, prose, stated: types[start] };
}

/** Prose belongs above the labelled lines. Below them it is a line that was not understood. */
function reportProse(line: Line, labelled: readonly LabelledLine[], report: Report): void {
  const label = looksLabelled(line);
  if (label !== undefined) report('label-unknown', { label }, line.source);
  else if (!line.nested && labelled.some((other) => other.label === 'type')) {
    report('line-unknown', { line: line.text }, line.source);
  }
}

function readType(
  labelled: readonly LabelledLine[],
  stated: Type | undefined,
  item: Item,
  report: Report,
): Type | undefined {
  const unknown = stated ? undefined : labelled.find(({ label }) => label === 'type');
  if (unknown) report('type-unknown', { phrase: unknown.text }, unknown.line.source);
  let type = asJsonText(stated, labelled) ?? impliedType(labelled, item);
  for (const line of labelled) {
    if (!isConstraint(line.label)) continue;
    const constraint = parseConstraint(line);
    if (!constraint) {
      report('constraint-unknown', { line: line.line.text }, line.line.source);
      continue;
    }
    const applied = type && applyConstraint(type, line.label, constraint);
    if (applied) type = applied;
    else if (type)
      report('constraint-misplaced', { line: line.line.text, type: type.kind }, line.line.source);
  }
  return type;
}

/** A document has no length: a "JSON value" with one is a string that holds JSON. */
function asJsonText(type: Type | undefined, labelled: readonly LabelledLine[]): Type | undefined {
  const limited = labelled.some(({ label }) => label === 'length' || label === 'pattern');
  return type?.kind === 'document' && limited ? { ...type, kind: 'string' } : type;
}

const isConstraint = (label: Label): boolean =>
  label !== 'type' && label !== 'required' && label !== 'default' && label !== 'status';

/** What constraint lines say about the type of an item that names none, as items of labels and headers do. */
function impliedType(labelled: readonly LabelledLine[], item: Item): Type | undefined {
  const by = (...labels: Label[]) => labelled.find(({ label }) => labels.includes(label));
  const at = (line: LabelledLine | undefined) => ({
    source: line?.line.source ?? item.source,
    known: 'inferred' as const,
    constraints: [],
  });
  const list = by('arrayMembers');
  const range = by('range');
  const other = by('length', 'pattern', 'values');
  const scalar = range
    ? { kind: 'integer' as const, ...at(range) }
    : (other ?? list) && { kind: 'string' as const, ...at(other ?? list) };
  return list && scalar ? { kind: 'list', element: scalar, ...at(list) } : scalar;
}

function readRequired(labelled: readonly LabelledLine[], report: Report): Fact<boolean> | undefined {
  const line = labelled.find(({ label }) => label === 'required');
  if (!line) return undefined;
  const word = line.text.toLowerCase().replace(/\.$/, '');
  if (word === 'conditional') report('required-conditional', {}, line.line.source);
  else if (word !== 'yes' && word !== 'no') report('required-unknown', { word: line.text }, line.line.source);
  return fact(word === 'yes', line.line.source);
}

function readDefault(labelled: readonly LabelledLine[]): Fact<JsonValue> | undefined {
  const line = labelled.find(({ label }) => label === 'default');
  const word = line && wordOf(line);
  return line && word !== undefined ? fact(word, line.line.source) : undefined;
}

/** The text of a line that is one word or number. */
const wordOf = ({ text }: LabelledLine): string | undefined => /^(-?\d+\.\d+|[\w-]+)\.?$/.exec(text)?.[1];
