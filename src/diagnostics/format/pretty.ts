import picocolors from 'picocolors';
import { explain } from '../explain.js';
import type { Diagnostic, Related } from '../diagnostic.js';
import type { SourceRange } from '../position.js';
import { visible } from '../visible.js';
import { excerptOf } from './excerpt.js';
import type { Findings, FormatOptions, Reporter } from './reporter.js';

type Colors = ReturnType<typeof picocolors.createColors>;

interface Pen {
  readonly colors: Colors;
  readonly options: FormatOptions;
}

/** For people: the place, what was found, and the line of the page with a caret under it. */
export const pretty: Reporter = {
  summary: 'for people: place, message and the line of the page',
  machine: false,
  format: ({ diagnostics }: Findings, options: FormatOptions): string => {
    const pen = { colors: picocolors.createColors(options.color), options };
    const shown = diagnostics.filter(({ severity }) => isShown(severity, options));
    return shown.map((diagnostic) => `${diagnosticLines(diagnostic, pen).join('\n')}\n`).join('');
  },
};

const isShown = (severity: Diagnostic['severity'], { quiet, verbose }: FormatOptions): boolean =>
  severity === 'error' || (!quiet && (severity === 'warning' || verbose));

function diagnosticLines(diagnostic: Diagnostic, pen: Pen): readonly string[] {
  const { code, severity, message, source, related = [] } = diagnostic;
  const place = source ? `${pen.colors.cyan(placeOf(source))} ` : '';
  const head = `${place}${severityColor(severity, pen.colors)(severity)} ${pen.colors.dim(code)}`;
  return [
    head,
    `  ${visible(message)}`,
    ...excerptLines(source, pen),
    ...related.flatMap((other) => relatedLines(other, pen)),
    ...(pen.options.verbose ? explanationLines(code, pen) : []),
  ];
}

function relatedLines({ message, source }: Related, pen: Pen): readonly string[] {
  return [
    `  ${pen.colors.dim('see')} ${pen.colors.cyan(placeOf(source))} ${visible(message)}`,
    ...excerptLines(source, pen),
  ];
}

function excerptLines(source: SourceRange | undefined, { colors, options }: Pen): readonly string[] {
  if (!source) return [];
  const text = options.sourceText(source.file);
  const excerpt = text === undefined ? undefined : excerptOf(text, source);
  if (!excerpt || excerpt.text.trim() === '') return [];
  const number = String(excerpt.line);
  return [
    `  ${colors.dim(`${number} |`)} ${excerpt.text}`,
    `  ${colors.dim(`${' '.repeat(number.length)} |`)} ${colors.red(excerpt.marker)}`,
  ];
}

function explanationLines(code: string, { colors }: Pen): readonly string[] {
  const explanation = explain(code);
  if (!explanation) return [];
  return [`  ${colors.dim('cause:')} ${explanation.cause}`, `  ${colors.dim('fix:')} ${explanation.fix}`];
}

const placeOf = ({ file, line, column }: SourceRange): string => `${visible(file)}:${line}:${column}`;

function severityColor(severity: Diagnostic['severity'], colors: Colors): (text: string) => string {
  return { error: colors.red, warning: colors.yellow, note: colors.blue }[severity];
}
