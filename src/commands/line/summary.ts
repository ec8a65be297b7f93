import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { countBySeverity } from '../../diagnostics/format/json.js';
import { counted, countFiles } from '../../diagnostics/format/plan.js';
import type { GenerateOptions, GenerateResult } from '../generate.js';

/** A run of `generate` on one line. */
export function summaryOf(result: GenerateResult, mode: GenerateOptions['mode']): string {
  const { services, files, diagnostics, milliseconds } = result;
  const operations = services.reduce((sum, one) => sum + one.operations, 0);
  const shapes = services.reduce((sum, one) => sum + one.shapes, 0);
  const inferred = services.reduce((sum, one) => sum + one.inferred, 0);
  const made = [
    counted(services.length, 'service'),
    counted(operations, 'operation'),
    counted(shapes, 'shape'),
    ...(inferred > 0 ? [`${counted(inferred, 'fact')} not stated`] : []),
    countFiles(files, mode === 'write'),
    ...findingsOf(diagnostics),
  ];
  return `${made.join(', ')} in ${(milliseconds / 1000).toFixed(1)} s`;
}

function findingsOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  const { error, warning, note } = countBySeverity(diagnostics);
  const counts = [counted(error, 'error'), counted(warning, 'warning'), counted(note, 'note')];
  return counts.filter((text) => !text.startsWith('0 '));
}

/** The time of each stage, a line each; and the engines that are missing, as they are what makes a run slow. */
export function timesOf({ times, engines }: GenerateResult): string {
  const width = Math.max(...times.map(({ stage }) => stage.length));
  const lines = times.map(
    ({ stage, milliseconds }) => `${stage.padEnd(width)} ${milliseconds.toFixed(0).padStart(7)} ms\n`,
  );
  const missing = engines.map(
    ({ package: name, instead }) => `${name} is not installed here: ${instead} takes its place, and longer\n`,
  );
  return [...lines, ...missing].join('');
}
