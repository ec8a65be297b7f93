import { byKey } from '../../base/compare.js';
import type { Diagnostic } from '../diagnostic.js';
import type { SourceRange } from '../position.js';
import { visible } from '../visible.js';

/** What a report about the pages is made of. */
export interface DocBugs {
  readonly title: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly sourceText: (file: string) => string | undefined;
}

/**
 * A report for the authors of the pages, in Markdown: for each finding that a page can be blamed for what it says, where,
 * what contradicts it, and what it could say instead. Findings about anything else are left out.
 */
export function docBugReport({ title, diagnostics, sourceText }: DocBugs): string {
  const bugs = diagnostics.filter(
    ({ suggestion, source }) => suggestion !== undefined && source !== undefined,
  );
  const files = new Map<string, Diagnostic[]>();
  for (const bug of bugs) {
    const file = bug.source?.file ?? '';
    files.set(file, [...(files.get(file) ?? []), bug]);
  }
  const summary = `${bugs.length} ${bugs.length === 1 ? 'place' : 'places'} on ${files.size} ${files.size === 1 ? 'page' : 'pages'}.`;
  const sections = [...files].sort(byKey).map(([file, found]) => fileSection(file, found, sourceText));
  return [`# ${inline(title)}`, '', summary, '', ...sections.flat()].join('\n').replace(/\n+$/u, '\n');
}

function fileSection(file: string, bugs: readonly Diagnostic[], sourceText: DocBugs['sourceText']): string[] {
  return [`## ${inline(file)}`, '', ...bugs.flatMap((bug) => bugLines(bug, sourceText))];
}

function bugLines(
  { source, message, related = [], suggestion, code }: Diagnostic,
  sourceText: DocBugs['sourceText'],
): string[] {
  return [
    `### Line ${source?.line ?? 1}: ${inline(message)}`,
    '',
    ...quote(source, sourceText),
    ...related.flatMap((other) => [
      `${inline(other.message)} (${inline(other.source.file)}, line ${other.source.line}):`,
      '',
      ...quote(other.source, sourceText),
    ]),
    `Suggested: ${inline(suggestion ?? '')}`,
    '',
    `(${code})`,
    '',
  ];
}

/** The line that a range begins on, as a code block that the line cannot end. */
function quote(source: SourceRange | undefined, sourceText: DocBugs['sourceText']): string[] {
  const line =
    source &&
    sourceText(source.file)
      ?.split(/\r\n|\n|\r/u)
      [source.line - 1]?.trim();
  if (line === undefined || line === '') return [];
  const fence = '`'.repeat(Math.max(3, ...[...line.matchAll(/`+/gu)].map((ticks) => ticks[0].length + 1)));
  return [fence, visible(line), fence, ''];
}

/** Text of a page within a line of Markdown: what Markdown would take for a sign is escaped. */
const inline = (text: string): string =>
  visible(text.replace(/\s+/gu, ' ')).replace(/[\\`*_[\]<>#|~]/gu, '\\$&');
