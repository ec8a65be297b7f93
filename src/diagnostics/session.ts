import type { Diagnostic } from './diagnostic.js';
import { collector, type Report } from './report.js';

/** What one run gathers: its findings, and the texts that they point into. */
export interface Session {
  readonly report: Report;
  /** Adds a finding that was made before. */
  readonly add: (diagnostic: Diagnostic) => void;
  readonly diagnostics: readonly Diagnostic[];
  /** The text of a page that a finding names; undefined for all others, so that memory stays bounded. */
  readonly sourceText: (file: string) => string | undefined;
  /** Keeps the texts of those pages that findings name; `prefix` leads to where their paths start. */
  readonly keepTexts: (
    pages: readonly { readonly path: string; readonly text: string }[],
    prefix: string,
  ) => void;
}

export function openSession(): Session {
  const diagnostics: Diagnostic[] = [];
  const add = (diagnostic: Diagnostic) => void diagnostics.push(diagnostic);
  const { report } = collector(add);
  const texts = new Map<string, string>();
  const keepTexts: Session['keepTexts'] = (pages, prefix) => {
    const named = new Set(diagnostics.flatMap(filesOf));
    for (const { path, text } of pages) {
      const file = prefix === '' ? path : `${prefix}/${path}`;
      if (named.has(file)) texts.set(file, text);
    }
  };
  return { report, add, diagnostics, keepTexts, sourceText: (file) => texts.get(file) };
}

const filesOf = ({ source, related = [] }: Diagnostic): readonly string[] =>
  [source, ...related.map((other) => other.source)].flatMap((one) => one?.file ?? []);

/** What an error that nobody expected says, and where it was thrown. */
export function problemOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const [, frame] = /^ +at (.*)$/mu.exec(error.stack ?? '') ?? [];
  return frame === undefined ? error.message : `${error.message} (at ${frame})`;
}
