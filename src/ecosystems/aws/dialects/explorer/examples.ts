import type { Example } from '../../../../model/model.js';
import type { SourceText } from '../../../../markdown/source.js';

/** The JSON documents that stand one after the other from a line on, until other text begins. */
export function jsonExamples(source: SourceText, from: number): Example[] {
  const text = source.lines.slice(from).join('\n');
  const examples: Example[] = [];
  let index = 0;
  for (let end = documentEnd(text, index); end > index; end = documentEnd(text, index)) {
    const start = index + text.slice(index).search(/\S/);
    examples.push(example(source, from, text, start, end));
    index = end;
  }
  return examples;
}

/** The index behind the JSON document at `start`, or `start` where none begins there. */
function documentEnd(text: string, start: number): number {
  const open = start + text.slice(start).search(/\S/);
  if (open < start || (text[open] !== '{' && text[open] !== '[')) return start;
  let depth = 0;
  let quoted = false;
  for (let index = open; index < text.length; index++) {
    const sign = text[index];
    if (quoted && sign === '\\') index += 1;
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === '{' || sign === '[')) depth += 1;
    else if (!quoted && (sign === '}' || sign === ']') && --depth === 0) return index + 1;
  }
  return start;
}

function example(source: SourceText, from: number, text: string, start: number, end: number): Example {
  const rows = text.slice(0, start).split('\n');
  const inside = text.slice(start, end).split('\n');
  const line = from + rows.length;
  const column = (rows.at(-1)?.length ?? 0) + 1;
  const body = text.slice(start, end);
  return {
    title: /"success"\s*:\s*false|"error"\s*:/.test(body) ? 'Error response' : 'Response',
    kind: 'response',
    text: body,
    source: {
      file: source.file,
      line,
      column,
      endLine: line + inside.length - 1,
      endColumn: (inside.length > 1 ? 1 : column) + (inside.at(-1)?.length ?? 0),
    },
    known: 'stated',
  };
}
