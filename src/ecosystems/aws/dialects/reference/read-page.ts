import type { Report } from '../../../../diagnostics/report.js';
import {
  fact,
  type Fragment,
  type FragmentBase,
  type MemberFragment,
  type MemberPlace,
  type OperationFragment,
  type ResponseFragment,
  type ShapeFragment,
  type SyntaxMessage,
} from '../../../../model/fragments.js';
import type { Example } from '../../../../model/model.js';
import type { Fact } from '../../../../model/provenance.js';
import type { Page, PageReader } from '../../../dialect.js';
import { describe, deprecation, linesOf } from './prose.js';
import { labelledLine } from './labels.js';
import { holdsItems, type Block, type Outline, type OutlineSection, type SectionKind } from './outline.js';
import { readErrors } from './read-errors.js';
import { readMembers } from './read-members.js';
import { parseSyntax } from './syntax.js';

/** Reads the pages that `outline` takes apart; nothing where it cannot. */
export const readerOf =
  (outline: (page: Page) => Outline | undefined): PageReader =>
  (page, report) => {
    const parts = outline(page);
    return parts ? readPage(parts, report) : [];
  };

/** Reads an outlined page: an operation, a data type, or another page of a reference. */
function readPage(outline: Outline, report: Report): Fragment[] {
  for (const section of outline.sections) reportLead(section, report);
  const has = (...kinds: SectionKind[]) => outline.sections.some(({ kind }) => kinds.includes(kind));
  if (has('contents')) return [readShape(outline, report)];
  if (has('request-syntax', 'request-parameters', 'response-elements', 'uri-parameters', 'errors')) {
    return [readOperation(outline, report)];
  }
  return isIndexOrCommon(outline) ? [readOther(outline)] : [];
}

const base = (outline: Outline): FragmentBase => ({
  page: outline.page,
  ...(outline.serviceId && { serviceId: outline.serviceId }),
  ...(outline.serviceTitle && { serviceTitle: outline.serviceTitle }),
  lines: outline.sections.reduce((sum, section) => sum + linesIn(section), 0),
  source: outline.title.source,
  known: 'stated',
});

/** Sections outside the reference's own form, and lists of links, state nothing that could be missed. */
function linesIn({ kind, lead, items }: OutlineSection): number {
  if (kind === 'unknown' || kind === 'see-also' || kind === 'examples') return 0;
  return items.reduce((sum, { blocks }) => sum + 1 + countLines(blocks), countLines(lead));
}

/** Before the first item of a list stand sentences: a labelled line or a row of a table there states what nobody reads. */
function reportLead({ kind, lead }: OutlineSection, report: Report): void {
  for (const line of holdsItems(kind) ? linesOf(lead) : []) {
    if (labelledLine(line) || /^\|.*\|$/.test(line.raw))
      report('line-unknown', { line: line.text.slice(0, 80) }, line.source);
  }
}

const countLines = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + (block.kind === 'line' ? 1 : block.text.split('\n').length), 0);

function readShape(outline: Outline, report: Report): ShapeFragment {
  const contents = outline.sections.filter(({ kind }) => kind === 'contents');
  const union = unionSentence([...outline.intro, ...contents.flatMap(({ lead }) => lead)]);
  const description = describe(linesOf(outline.intro));
  return {
    kind: 'shape',
    name: outline.title.value,
    shape: union ? 'union' : 'structure',
    ...(description && { description }),
    members: contents.flatMap((section) => readMembers(section, 'type', report)),
    ...deprecated(outline.intro),
    ...base(outline),
  };
}

const unionSentence = (blocks: readonly Block[]): boolean =>
  linesOf(blocks).some(({ text }) => /\bdata type is a UNION\b/i.test(text));

function deprecated(blocks: readonly Block[]): { deprecated?: Fact<string> } {
  const line = deprecation(linesOf(blocks));
  return line ? { deprecated: fact(line.text, line.source) } : {};
}

function readOperation(outline: Outline, report: Report): OperationFragment {
  const description = describe(linesOf(outline.intro));
  const request = readSyntax(outline, 'request-syntax', report);
  return {
    kind: 'operation',
    name: outline.title.value,
    ...(description && { description }),
    ...(request && { request }),
    input: [
      ...read(outline, 'uri-parameters', 'uri', report),
      ...read(outline, 'request-parameters', 'body', report),
      ...read(outline, 'request-body', 'body', report),
    ],
    responses: [readResponse(outline, report)],
    errors: sections(outline, 'errors').flatMap((section) => readErrors(section, report)),
    examples: sections(outline, 'examples').flatMap(readExamples),
    ...deprecated(outline.intro),
    ...base(outline),
  };
}

function readResponse(outline: Outline, report: Report): ResponseFragment {
  const syntax = readSyntax(outline, 'response-syntax', report);
  const members = read(outline, 'response-elements', 'response', report);
  const status = readSuccess(outline);
  const { source } = syntax ?? outline.title;
  return { ...(status && { status }), ...(syntax && { syntax }), members, source, known: 'stated' };
}

const sections = (outline: Outline, kind: SectionKind): OutlineSection[] =>
  outline.sections.filter((section) => section.kind === kind);

const read = (outline: Outline, kind: SectionKind, place: MemberPlace, report: Report): MemberFragment[] =>
  sections(outline, kind).flatMap((section) => readMembers(section, place, report));

function readSyntax(outline: Outline, kind: SectionKind, report: Report): SyntaxMessage | undefined {
  const [section] = sections(outline, kind);
  const block = section?.lead.find((candidate) => candidate.kind === 'code');
  if (section && !block) report('syntax-missing', { section: section.title }, section.source);
  return section && block && parseSyntax(block, section.source, report);
}

function readSuccess(outline: Outline): Fact<number> | undefined {
  for (const section of sections(outline, 'response-elements')) {
    for (const line of linesOf(section.lead)) {
      const status = /sends back an HTTP (\d{3}) response/i.exec(line.text)?.[1];
      if (status !== undefined) return fact(Number(status), line.source);
    }
  }
  return undefined;
}

/** Code blocks of the examples, titled by the last line of text above them. */
function readExamples(section: OutlineSection): Example[] {
  let title = section.title;
  const examples: Example[] = [];
  for (const block of section.lead) {
    if (block.kind === 'line') title = block.text || title;
    else {
      const kind = /request/i.test(title) ? 'request' : /response/i.test(title) ? 'response' : 'text';
      const { text, file, line, column } = block;
      const rows = text.split('\n');
      const source = {
        file,
        line,
        column,
        endLine: line + rows.length - 1,
        endColumn: column + (rows.at(-1)?.length ?? 0),
      };
      examples.push({ title, kind, text, source, known: 'stated' });
    }
  }
  return examples;
}

const OTHER_TITLE = /^(actions|operations|data types|api reference|common (error types|errors|parameters))$/i;
const INDEX_SENTENCE = /^The following (actions|operations|data types) are supported/i;

/** True for the pages of a reference that describe neither an operation nor a type. */
const isIndexOrCommon = (outline: Outline): boolean =>
  OTHER_TITLE.test(outline.title.value) ||
  linesOf(outline.intro).some(({ text }) => INDEX_SENTENCE.test(text));

/** An index of operations or types, or a page about what all operations share. */
function readOther(outline: Outline): Fragment {
  const blocks = [...outline.intro, ...outline.sections.flatMap(({ lead }) => lead)];
  const lists = linesOf(blocks)
    .filter((line) => line.nested && line.links.length === 1 && line.links[0]?.text === line.text)
    .map((line) => fact(line.text, line.source));
  return { kind: 'other', name: outline.title.value, lists, ...base(outline) };
}
