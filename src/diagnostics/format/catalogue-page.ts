import { codes, explain } from '../explain.js';

/** The page about all findings, in Markdown: `docs/diagnostics.md`. */
export function cataloguePage(): string {
  const entries = codes().flatMap((code) => {
    const { severity, title, cause, fix } = explain(code) ?? {
      severity: 'note',
      title: '',
      cause: '',
      fix: '',
    };
    return [`## ${code}`, '', `${title} (${severity}).`, '', `- Cause: ${cause}`, `- Fix: ${fix}`, ''];
  });
  const intro = [
    '# Findings',
    '',
    'Every finding has a code; `docwright explain CODE` prints what stands here. An error makes a run fail, a warning',
    'fails it under `--strict`, a note informs. This page is made from the catalogue in `src/diagnostics/catalogue`.',
    '',
  ];
  return [...intro, ...entries].join('\n').trimEnd() + '\n';
}
