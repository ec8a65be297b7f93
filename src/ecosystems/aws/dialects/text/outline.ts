import { readerOf } from '../reference/read-page.js';
import { fact } from '../../../../model/fragments.js';
import type { Fact } from '../../../../model/provenance.js';
import { lineRange, sourceText, type SourceText } from '../../../../markdown/source.js';
import type { Line } from '../../../../markdown/lines.js';
import type { Page } from '../../../dialect.js';
import { cutItems, introducesRemark, type HeadCandidate } from '../reference/items.js';
import {
  holdsItems,
  sectionKind,
  type Block,
  type Outline,
  type OutlineSection,
  type SectionKind,
} from '../reference/outline.js';

/**
 * Takes the visible text of a page apart. Paragraphs stand between empty lines; a paragraph that is a section's title
 * begins it; one that is a single word may head an item. The first line is the title of the window: `Name - Service`.
 */
export function outlineText(page: Page): Outline | undefined {
  const source = sourceText(page.path, page.text);
  const paragraphs = paragraphsOf(source);
  const [first, ...rest] = paragraphs;
  const heading = first && /^(\S.*?) - (\S.*)$/.exec(first.text);
  if (!first || heading?.[1] === undefined || heading[2] === undefined) return undefined;
  const name = heading[1];
  const titleIndex = rest.findIndex(({ text }) => text === name);
  const title = rest[titleIndex] ?? first;
  const body = rest.slice(titleIndex + 1);
  const starts = body.flatMap((line, index) => (sectionKind(line.text) === 'unknown' ? [] : [index]));
  const intro = body.slice(0, starts[0] ?? body.length);
  const names = syntaxNames(body, starts);
  return {
    page: page.path,
    title: fact(name, title.source),
    serviceTitle: titleFact(heading[2], first),
    intro,
    sections: starts.map((start, index) =>
      outlineSection(body.slice(start, starts[index + 1] ?? body.length), names),
    ),
  };
}

const titleFact = (title: string, line: Line): Fact<string> => fact(title, line.source);

function paragraphsOf(source: SourceText): Line[] {
  const lines: Line[] = [];
  source.lines.forEach((raw, index) => {
    const text = raw.trim();
    if (text === '') return;
    const bullet = /^[•◦▪*+-]\s+/.exec(text)?.[0];
    const content = bullet ? text.slice(bullet.length) : text;
    const before = source.lines[index - 1]?.trim() ?? '';
    lines.push({
      kind: 'line',
      text: content.replace(/\s+/g, ' '),
      markdown: content,
      raw: content,
      source: lineRange(source, index + 1, 1 + raw.indexOf(text)),
      links: [],
      anchor: undefined,
      nested: bullet !== undefined,
      first: before === '' || bullet !== undefined,
    });
  });
  return lines;
}

function outlineSection(lines: readonly Line[], names: ReadonlySet<string>): OutlineSection {
  const [title, ...content] = lines;
  const kind = sectionKind(title?.text ?? '');
  const parts = holdsItems(kind)
    ? cutItems(kind, content, headOf, (name) => names.has(name))
    : { lead: syntaxBlocks(kind, content), items: [] };
  return {
    kind,
    title: title?.text ?? '',
    source: title?.source ?? lineRange({ file: '', text: '', lines: [] }, 1),
    ...parts,
  };
}

/** In a syntax section every paragraph is part of the block. */
function syntaxBlocks(kind: SectionKind, lines: readonly Line[]): readonly Block[] {
  if (kind !== 'request-syntax' && kind !== 'response-syntax') return lines;
  const [start] = lines;
  if (!start) return [];
  const rows: string[] = [];
  for (const line of lines) {
    while (rows.length < line.source.line - start.source.line) rows.push('');
    rows.push(' '.repeat(line === start ? 0 : line.source.column - 1) + line.raw);
  }
  const { file, line, column } = start.source;
  return [{ kind: 'code', text: rows.join('\n'), file, line, column }];
}

const NAME = /^[A-Za-z_][\w.:-]*$/;

function headOf(line: Block): HeadCandidate | undefined {
  if (line.kind === 'code' || line.nested || !line.first) return undefined;
  if (!NAME.test(line.text) || introducesRemark(line.text)) return undefined;
  return { name: line.text, source: line.source, certain: false };
}

/** Every name in the syntax blocks of the page: the words that can head an item there. */
function syntaxNames(body: readonly Line[], starts: readonly number[]): ReadonlySet<string> {
  const names = new Set<string>();
  starts.forEach((start, index) => {
    const kind = sectionKind(body[start]?.text ?? '');
    if (kind !== 'request-syntax' && kind !== 'response-syntax') return;
    for (const line of body.slice(start + 1, starts[index + 1] ?? body.length)) {
      for (const [word] of line.raw.matchAll(/[A-Za-z_][\w.-]*/g)) names.add(word);
    }
  });
  return names;
}

/** Reads what the outline holds. */
export const read = readerOf(outlineText);
