import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { countBySeverity } from '../diagnostics/format/json.js';
import { counted, countFiles } from '../diagnostics/format/plan.js';
import type { GenerateOptions, GenerateResult } from '../generate.js';

/** A run of `generate` on one line. */
export function summaryOf(result: GenerateResult, mode: GenerateOptions['mode']): string {
  const { services, files, diagnostics, milliseconds } = result;
  const operations = services.reduce((sum, one) => sum + one.operations, 0);
  const shapes = services.reduce((sum, one) => sum + one.shapes, 0);
  const made = [
    counted(services.length, 'service'),
    counted(operations, 'operation'),
    counted(shapes, 'shape'),
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
