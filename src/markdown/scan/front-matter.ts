import type { FrontMatterBlock, FrontMatterField } from '../blocks.js';
import { lineRange, type SourceText } from '../source.js';

const FENCES: Readonly<Record<string, FrontMatterBlock['format']>> = { '---': 'yaml', '+++': 'toml' };

/** The front matter of a page, where its first line opens one that another line closes. */
export function readFrontMatter(source: SourceText): FrontMatterBlock | undefined {
  const fence = (source.lines[0] ?? '').replace('\uFEFF', '').trimEnd();
  const format = FENCES[fence];
  if (!format) return undefined;
  const end = source.lines.findIndex((line, at) => at > 0 && line.trimEnd() === fence);
  if (end < 0) return undefined;
  const fields: Record<string, FrontMatterField> = Object.create(null);
  for (let at = 1; at < end; at++) addField(fields, source, at);
  const text = source.lines.slice(1, end).join('\n');
  return { kind: 'front-matter', format, text, fields, source: { ...lineRange(source, 1, 1, end + 1) } };
}

const FIELD = /^([A-Za-z_][\w.-]*)\s*[:=][ \t]*/;

function addField(fields: Record<string, FrontMatterField>, source: SourceText, at: number): void {
  const line = source.lines[at] ?? '';
  const found = FIELD.exec(line);
  if (found?.[1] === undefined || found[1] in fields) return;
  const value = unquoted(line.slice(found[0].length).trim());
  fields[found[1]] = { value, source: lineRange(source, at + 1, found[0].length + 1) };
}

const unquoted = (text: string): string => (/^"[^"]*"$|^'[^']*'$/.test(text) ? text.slice(1, -1) : text);
