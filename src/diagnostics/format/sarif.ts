import type { Location, Log, ReportingDescriptor, Result } from 'sarif';
import { explain } from '../explain.js';
import type { Diagnostic, Related } from '../diagnostic.js';
import type { SourceRange } from '../position.js';
import type { Findings, FormatOptions, Reporter } from './reporter.js';

/** SARIF 2.1.0, which code scanning services and editors read. */
export const sarif: Reporter = {
  summary: 'SARIF 2.1.0, for code scanning',
  machine: true,
  format: ({ diagnostics }: Findings, { version }: FormatOptions): string => {
    const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
    const rules = codes.map((code) => rule(code, diagnostics));
    const log: Log = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'docwright', version, rules } },
          columnKind: 'utf16CodeUnits',
          results: diagnostics.map((diagnostic) => result(diagnostic, codes.indexOf(diagnostic.code))),
        },
      ],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
  },
};

function rule(code: Diagnostic['code'], diagnostics: readonly Diagnostic[]): ReportingDescriptor {
  const own = diagnostics.find((diagnostic) => diagnostic.code === code);
  const { title, cause, fix } = explain(code) ?? own?.explanation ?? { title: code, cause: '', fix: '' };
  const severity = explain(code)?.severity ?? own?.severity ?? 'error';
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: cause },
    help: { text: fix },
    defaultConfiguration: { level: severity },
  };
}

function result({ code, severity, message, source, related = [] }: Diagnostic, ruleIndex: number): Result {
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: message },
    ...(source && { locations: [location(source)] }),
    ...(related.length > 0 && { relatedLocations: related.map(relatedLocation) }),
  };
}

const relatedLocation = ({ message, source }: Related): Location => ({
  ...location(source),
  message: { text: message },
});

function location({ file, line, column, endLine, endColumn }: SourceRange): Location {
  return {
    physicalLocation: {
      artifactLocation: {
        uri: encodeURI(file.replace(/\p{Cs}/gu, '\ufffd'))
          .replaceAll('#', '%23')
          .replaceAll('?', '%3F'),
      },
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
  };
}
