import type { Diagnostic } from '../diagnostic.js';
import { visible } from '../visible.js';
import type { Findings, Reporter } from './reporter.js';

/** GitHub Actions: workflow commands that show each finding beside the line that it is about. */
export const github: Reporter = {
  summary: 'annotations of GitHub Actions',
  machine: true,
  format: ({ diagnostics }: Findings): string => diagnostics.map((one) => `${command(one)}\n`).join(''),
};

const commands = { error: 'error', warning: 'warning', note: 'notice' } as const;

function command({ code, severity, message, source, related = [] }: Diagnostic): string {
  const place = source
    ? `file=${property(source.file)},line=${source.line},col=${source.column}` +
      `,endLine=${source.endLine},endColumn=${source.endColumn},`
    : '';
  const others = related.map((other) => `\n${other.message} (${other.source.file}:${other.source.line})`);
  return `::${commands[severity]} ${place}title=${property(code)}::${data(message + others.join(''))}`;
}

/** The escapes of the runner: https://github.com/actions/toolkit, packages/core/src/command.ts. */
const data = (text: string): string =>
  text
    .split('\n')
    .map((line) => visible(line).replaceAll('%', '%25'))
    .join('%0A');

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
