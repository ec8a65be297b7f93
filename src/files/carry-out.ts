import { posix } from 'node:path';
import type { FileChange } from '../diagnostics/format/reporter.js';
import { startOf } from '../diagnostics/position.js';
import type { Report } from '../diagnostics/report.js';
import { plainFiles } from './glob-fast-path.js';
import { manifestName } from './manifest.js';
import { labelOf, reportPlan, type Change, type OutputFolder, type Plan } from './plan.js';
import { bytesOf, textOf } from './text.js';
import { writeNewFiles } from './user-files.js';
import { writeFiles } from './write.js';

export interface CarryOptions {
  /** What becomes of planned files: written, compared with what is there, or only planned. */
  readonly mode: 'write' | 'check' | 'plan';
}

/** What a run does with the files that it comes to. */
export interface WriteOptions extends CarryOptions {
  /** The working folder, absolute. */
  readonly folder: string;
  /** Overwrite and delete files that somebody else wrote or edited. */
  readonly force?: boolean | undefined;
  /** Mend the signature and the imports of handlers that no longer fit. */
  readonly fix?: boolean | undefined;
  /** Write what changed since the last generation into the package's CHANGELOG.md. */
  readonly changelog?: boolean | undefined;
  /** Write what changed into a file for changesets. */
  readonly changeset?: boolean | undefined;
}

/** Carries out plans as the mode says; gives what happened, or would happen, to each file. */
export async function carryOut(
  plans: readonly Plan[],
  mode: CarryOptions['mode'],
  report: Report,
): Promise<readonly FileChange[]> {
  const told: FileChange[] = [];
  for (const plan of plans)
    if (await carryOutOne(plan, mode, report)) told.push(...(await fileChanges(plan, mode)));
  return told;
}

/** False where something was to be written and the file system refused; that is reported. */
async function carryOutOne(plan: Plan, mode: CarryOptions['mode'], report: Report): Promise<boolean> {
  if (mode === 'check') await checkFiles(plan, report);
  else reportPlan(plan, report);
  if (mode !== 'write') return true;
  return await (plan.owner === 'user' ? writeNewFiles(plan, report) : writeFiles(plan, report));
}

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
  const stale = plan.changes.flatMap(({ action, path }) =>
    action === 'unchanged' ? [] : [{ path, state: states[action] }],
  );
  const strange = plan.owner === 'docwright' ? await strangers(plan) : [];
  for (const { path, state } of [...stale, ...strange.map((path) => ({ path, state: 'extra' as const }))]) {
    const label = labelOf(plan.folder, path);
    report('output-stale', { path: label, state }, startOf(label));
  }
}

/** Files of the folder that the plan does not know, sorted; hidden ones and installed packages are not looked at. */
async function strangers({ folder, changes }: Plan): Promise<readonly string[]> {
  const known = new Set([manifestName, ...changes.map(({ path }) => path)]);
  if (plainFiles(folder.path)?.every((path) => known.has(path))) return [];
  const { globby } = await import('globby');
  const found = await globby('**', { cwd: folder.path, gitignore: true, ignore: ['**/node_modules/**'] });
  return found
    .map((path) => posix.normalize(path))
    .filter((path) => !known.has(path))
    .sort();
}

/** A plan as it is told to people and programs; with a short diff of the files that change where nothing is written. */
const fileChanges = ({ folder, changes }: Plan, mode: CarryOptions['mode']): Promise<readonly FileChange[]> =>
  Promise.all(changes.map((change) => fileChange(folder, change, mode !== 'write')));

async function fileChange(folder: OutputFolder, change: Change, withDiff: boolean): Promise<FileChange> {
  const { action, previous, content } = change;
  const told = { path: labelOf(folder, change.path), action };
  if (!withDiff || !previous || content === undefined || previous.equals(bytesOf(content))) return told;
  return { ...told, diff: await shortDiff(textOf(previous), textOf(content)) };
}

/** The longest diff that is shown of one file, in lines. */
const longest = 24;

/** The lines in which a file changes, a few of them, as a unified diff without its head. */
export async function shortDiff(previous: string, content: string): Promise<readonly string[]> {
  const { structuredPatch } = await import('diff');
  const { hunks } = structuredPatch('', '', previous, content, '', '', { context: 1 });
  const lines = hunks.flatMap(({ oldStart, lines }) => [`@@ line ${oldStart} @@`, ...lines]);
  const left = lines.length - longest;
  return left > 0 ? [...lines.slice(0, longest), `... ${left} more lines`] : lines;
}
