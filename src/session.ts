import { posix, relative } from 'node:path';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { collector, type Report } from './diagnostics/report.js';
import type { OutputFolder } from './files/plan.js';
import type { PageFile } from './files/pages.js';

/** What one run gathers: its findings, and the texts that they point into. */
export interface Session {
  readonly report: Report;
  /** Adds a finding that was made before. */
  readonly add: (diagnostic: Diagnostic) => void;
  readonly diagnostics: readonly Diagnostic[];
  /** The text of a page that a finding names; undefined for all others, so that memory stays bounded. */
  readonly sourceText: (file: string) => string | undefined;
  /** Keeps the texts of those pages that findings name; `prefix` leads to where their paths start. */
  readonly keepTexts: (pages: readonly PageFile[], prefix: string) => void;
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

/** The way from one folder to a path, with forward slashes; empty where they are the same. */
export const pathFrom = (folder: string, path: string): string =>
  posix.normalize(relative(folder, path).replaceAll('\\', '/')).replace(/^\.$/u, '');

/** A folder that is written to, as people in the working folder see it. */
export const outputFolder = (path: string, folder: string): OutputFolder => ({
  path,
  label: pathFrom(folder, path),
});

/** What an error that nobody expected says, and where it was thrown. */
export function problemOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const [, frame] = /^ +at (.*)$/mu.exec(error.stack ?? '') ?? [];
  return frame === undefined ? error.message : `${error.message} (at ${frame})`;
}
