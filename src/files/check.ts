import { posix } from 'node:path';
import { startOf } from '../diagnostics/lines.js';
import type { Report } from '../diagnostics/report.js';
import { manifestName } from './manifest.js';
import { labelOf, type Plan } from './plan.js';
import { plainFiles } from './walk.js';

const states = {
  create: 'missing',
  update: 'changed',
  refuse: 'changed',
  delete: 'extra',
  keep: 'extra',
} as const;

/**
 * Reports every file in which an output folder differs from what would be generated; touches nothing. Files that no
 * generation would write count as well, except those that version control ignores and those in
 * a folder of the user's.
 */
export async function checkFiles(plan: Plan, report: Report): Promise<void> {
  for (const { action, path } of plan.changes) {
    if (action !== 'unchanged') reportFile(plan, path, states[action], report);
  }
  for (const path of plan.owner === 'docwright' ? await strangers(plan) : [])
    reportFile(plan, path, 'extra', report);
}

function reportFile(
  { folder }: Plan,
  path: string,
  state: 'changed' | 'missing' | 'extra',
  report: Report,
): void {
  const label = labelOf(folder, path);
  report('output-stale', { path: label, state }, startOf(label));
}

/** Files of the folder that the plan does not know, sorted; hidden ones and installed packages are not looked at. */
async function strangers({ folder, changes }: Plan): Promise<readonly string[]> {
  const known = new Set(changes.map(({ path }) => path));
  const plain = plainFiles(folder.path);
  if (plain?.every((path) => known.has(path) || path === manifestName)) return [];
  const { globby } = await import('globby');
  const found = await globby('**', {
    cwd: folder.path,
    gitignore: true,
    ignore: ['**/node_modules/**', manifestName],
  });
  return found
    .map((path) => posix.normalize(path))
    .filter((path) => !known.has(path))
    .sort();
}
