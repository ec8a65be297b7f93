import { isAtLeast, worst } from '../changes/verdict.js';
import type { ProjectService } from '../config/project.js';
import type { FileChange } from '../diagnostics/format/reporter.js';
import type { Report } from '../diagnostics/report.js';
import type { EmittedFile } from '../emitters/emitter.js';
import { fileChanges } from '../files/changes.js';
import { checkFiles } from '../files/check.js';
import { isCurrent, type KnownFile } from '../files/current.js';
import { openLook } from '../files/file-snapshot.js';
import { labelOf, outputFolder, planFiles, reportPlan, type Plan } from '../files/plan.js';
import { hashOf } from '../files/text.js';
import { writeNewFiles } from '../files/user-files.js';
import { writeFiles } from '../files/write.js';
import type { MadePackage } from './make.js';
import type { Outcome, Run, WriteOptions } from './run.js';
import { compareWithLast, keptChangelog, planChangeset } from './since.js';
import { addHandlers, type HandlerFiles } from './user-handlers.js';

/** From a package that is ready to files, the user's own handlers among them. */
export async function deliver(made: MadePackage, configured: ProjectService, run: Run): Promise<Outcome> {
  const { options, session, clock } = run;
  const work = () => addHandlers(made, configured, options, session, run);
  const handlers = await clock.time('addHandlers', work);
  const current = clock.time('planFiles', () => unchangedFiles(made, handlers, configured, run));
  if (!current) return await changeFiles(made, handlers, configured, run);
  const told = await carryOutAll(handlers.plans, run);
  return { service: made.counts, files: [...told, ...current] };
}

/** The files of a folder that is what it should be; undefined where it has to be looked at more closely. */
function unchangedFiles(
  made: MadePackage,
  { maps }: HandlerFiles,
  configured: ProjectService,
  { options }: Run,
): readonly FileChange[] | undefined {
  const known = made.known();
  if (!known) return undefined;
  const output = outputFolder(configured.output, options.folder);
  const kept = keptChangelog(configured);
  const wanted = [...known, ...[...maps, ...kept].map(knownFile)];
  if (!isCurrent(output.path, wanted, options.mode === 'check')) return undefined;
  const paths = wanted.map(({ path }) => path).sort();
  return paths.map((path) => ({ path: labelOf(output, path), action: 'unchanged' }));
}

const knownFile = ({ path, content }: EmittedFile): KnownFile => ({
  path,
  hash: hashOf(content),
  bytes: Buffer.from(content),
});

async function changeFiles(
  made: MadePackage,
  handlers: HandlerFiles,
  configured: ProjectService,
  run: Run,
): Promise<Outcome> {
  const { project, options, clock } = run;
  const { folder, force = false, changelog = false, changeset = false } = options;
  const files = [...(await made.files()), ...handlers.maps];
  const look = openLook();
  const compare = () => compareWithLast(made.service, configured, { files, look }, changelog, run.cache);
  const { changes: since, files: more } = await clock.time('compareWithLast', compare);
  if (since && isAtLeast(worst([since.views.types, since.views.server]), 'minor'))
    await handlers.reportFit(files);
  const output = outputFolder(configured.output, folder);
  const wanted = clock.time('planFiles', () => planFiles(output, [...files, ...more], force, look));
  const sets = since && changeset ? await planChangeset(configured, since, project.folder, folder) : [];
  const told = await clock.time('writeFiles', () => carryOutAll([...handlers.plans, ...sets, wanted], run));
  return { service: { ...made.counts, ...(since && { changes: since }) }, files: told };
}

async function carryOutAll(
  plans: readonly Plan[],
  { options: { mode }, session }: Run,
): Promise<readonly FileChange[]> {
  const told: FileChange[] = [];
  for (const plan of plans)
    if (await carryOut(plan, mode, session.report)) told.push(...(await fileChanges(plan, mode)));
  return told;
}

/** False where something was to be written and the file system refused; that is reported. */
async function carryOut(plan: Plan, mode: WriteOptions['mode'], report: Report): Promise<boolean> {
  if (mode === 'check') await checkFiles(plan, report);
  else reportPlan(plan, report);
  if (mode !== 'write') return true;
  return await (plan.owner === 'user' ? writeNewFiles(plan, report) : writeFiles(plan, report));
}
