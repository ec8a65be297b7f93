import type { SourceRange } from '../../../diagnostics/position.js';
import type { Report } from '../../../diagnostics/report.js';
import { fact, type Fragment, type MemberFragment } from '../../../model/fragments.js';
import type { Page, PageReader } from '../../dialect.js';

/** Reads a page of this format. What a line states becomes a fragment; a line that states nothing is a finding. */
export const read: PageReader = (page, report) => {
  const lines = linesOf(page);
  const name = lines.find(({ label }) => label === 'Call');
  const request = lines.find(({ label }) => label === 'Request');
  if (!name || !request) return [];
  const [method = '', uri = ''] = request.text.split(' ');
  const operation: Fragment = {
    kind: 'operation',
    name: name.text,
    page: page.path,
    request: {
      method: fact(method, request.source),
      uri: fact(uri, request.source),
      headers: [],
      source: request.source,
      known: 'stated',
    },
    input: lines.flatMap((line) => (line.label === 'Takes' ? member(line, uri) : [])),
    responses: [],
    errors: [],
    examples: [],
    lines: lines.length,
    source: name.source,
    known: 'stated',
  };
  reportOthers(lines, report);
  return [operation];
};

interface Line {
  readonly label: string;
  readonly text: string;
  readonly source: SourceRange;
}

const linesOf = ({ path, text }: Page): readonly Line[] =>
  text.split(/\r\n|\n|\r/u).flatMap((line, at) => {
    const [, label, rest] = /^(\w+): (.*)$/u.exec(line) ?? [];
    const source = { file: path, line: at + 1, column: 1, endLine: at + 1, endColumn: line.length + 1 };
    if (line.trim() === '') return [];
    return [label !== undefined ? { label, text: rest ?? '', source } : { label: '', text: line, source }];
  });

const member = ({ text, source }: Line, uri: string): MemberFragment => ({
  name: text,
  place: uri.includes(`{${text}}`) ? 'label' : 'query',
  type: { kind: 'string', constraints: [], source, known: 'stated' },
  source,
  known: 'stated',
});

function reportOthers(lines: readonly Line[], report: Report): void {
  for (const { label, text, source } of lines) {
    if (!['Call', 'Request', 'Takes'].includes(label)) report('line-unknown', { line: text }, source);
  }
}
