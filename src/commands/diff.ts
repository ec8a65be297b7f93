import { basename } from 'node:path';
import type { Change } from '../changes/change.js';
import { changesetText } from '../changes/changelog.js';
import { compareModels } from '../changes/compare/services.js';
import { separateCorrections } from '../changes/corrections.js';
import { documentOf, verdictOfChange, type DiffDocument } from '../changes/document.js';
import { reportChanges } from '../changes/findings.js';
import { formatDiff } from '../changes/format/index.js';
import type { DiffFormat, FailLimit } from '../changes/format/formats.js';
import { many } from '../changes/format/sides.js';
import { withLines } from '../changes/lines.js';
import { sift } from '../changes/suppress.js';
import { isAtLeast, nextVersion } from '../changes/verdict.js';
import { configuredProject, hintsOf, serviceById, serviceByPlace } from './diff-inputs/configured-service.js';
import { readConfigText, type ConfigOptions } from '../config/load.js';
import type { Project, ProjectService } from '../config/project.js';
import { input } from '../diagnostics/catalogue/input.js';
import { pages as pageCodes } from '../diagnostics/catalogue/pages.js';
import { reading } from '../diagnostics/catalogue/reading.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Report } from '../diagnostics/report.js';
import { visible } from '../diagnostics/visible.js';
import type { PageFile } from '../files/pages.js';
import { pagesOfModel } from './diff-inputs/model-pages.js';
import { nothingAround, type Around } from './around.js';
import { aroundProject } from './load-project.js';
import { openSession } from '../diagnostics/session.js';
import { findMaterial, readSide, type Material, type Side } from './diff-inputs/read-input.js';

export interface DiffOptions extends ConfigOptions {
  /** Each a folder or file of pages, a model file, or `ref:path` of the git repository that `folder` is in. */
  readonly old: string;
  readonly new: string;
  readonly format: DiffFormat;
  /** Report an error where the verdict is this or more. */
  readonly failOn?: FailLimit | undefined;
  /**
   * The configured service whose overrides, accepted changes and version count; where absent, the one whose pages the
   * sides are, or that has the id of what was read.
   */
  readonly service?: string | undefined;
  /** Today, as `2026-11-21`: what was accepted until an earlier day counts again. */
  readonly today: string;
}

export interface DiffResult {
  /** Absent where a side cannot be read, and so there is nothing to compare. */
  readonly document?: DiffDocument;
  /** The document in the form asked for. */
  readonly text?: string;
  /** A file for changesets; absent where nothing is to be released. */
  readonly changeset?: string;
  /** What people should know of how it was compared, a line each. */
  readonly notices: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sourceText: (file: string) => string | undefined;
}

/**
 * Compares two versions of pages or models and judges what changed. Where a page of either side cannot be read, that is
 * an error among the diagnostics: a verdict over half of the pages is none.
 */
export async function diff(options: DiffOptions): Promise<DiffResult> {
  const session = openSession();
  const { report } = session;
  const result = async () => {
    session.keepTexts(readConfigText(options), '');
    return { diagnostics: session.diagnostics, sourceText: session.sourceText };
  };
  const project = await configuredProject(options, report);
  const around = project ? aroundProject(project) : nothingAround;
  const sides = await readSides(options, project, report, around);
  if (!sides) return { notices: [], ...(await result()) };
  const { before, after, service } = sides;
  const incomplete = [...passOn(before, after, report), ...passOn(after, before, report)];
  const { document: compared, unquoted } = await compareSides(sides, options, report, around);
  const document = { ...compared, ...(incomplete.length > 0 && { incomplete }) };
  reportChanges(document, report);
  if (options.failOn) reportVerdict(document, options.failOn, report);
  session.keepTexts([...before.pages, ...after.pages], '');
  const changeset = changesetText(document, service?.packageName ?? after.model.services[0]?.id ?? 'package');
  return {
    document,
    text: formatDiff(document, options.format),
    notices: [...(service ? appliedNotice(service, [before, after]) : []), ...unquoted.map(unquotedNotice)],
    ...(changeset !== undefined && { changeset }),
    ...(await result()),
  };
}

/** Both sides, read as the configured service that they are of, where there is one. */
interface Sides {
  readonly before: Side;
  readonly after: Side;
  readonly service: ProjectService | undefined;
}

/**
 * Which configured service the sides are of is said by the user, or by the place of the pages; else pages are read to
 * know it, and once more with its overrides.
 */
async function readSides(
  options: DiffOptions,
  project: Project | undefined,
  report: Report,
  around: Around,
): Promise<Sides | undefined> {
  const found = [
    await findMaterial(options.old, options.folder, report),
    await findMaterial(options.new, options.folder, report),
  ].filter((one) => one !== undefined);
  const [old, now] = found;
  const named = project?.services.find(({ id }) => id === options.service);
  const placed = options.service === undefined ? serviceByPlace(project, found) : named;
  // Where one side is missing the other is read all the same, so that all that is wrong is said at once.
  const before = old && (await readSide(old, hintsOf(placed), report, around));
  const after = now && (await readSide(now, hintsOf(placed), report, around));
  if (!before || !after) return undefined;
  const service =
    placed ?? serviceById(options.service === undefined ? project : undefined, [before.model, after.model]);
  if (service === placed) return { before, after, service };
  const again = async (side: Side): Promise<Side> =>
    (await readSide(side.material, hintsOf(service), report, around)) ?? side;
  return { before: await again(before), after: await again(after), service };
}

async function compareSides(
  { before, after, service }: Sides,
  options: DiffOptions,
  report: Report,
  around: Around,
): Promise<{ readonly document: DiffDocument; readonly unquoted: readonly Material[] }> {
  const found: readonly Change[] = compareModels(before.model, after.model);
  const ways = [hintsOf(service), ...(service ? [{}] : [])];
  const pagesOf = async ({ material, pages }: Side): Promise<readonly PageFile[]> =>
    found.length > 0 && material.kind === 'model'
      ? await pagesOfModel(material, options.folder, ways, around)
      : pages;
  const [old, now] = [await pagesOf(before), await pagesOf(after)];
  const lined = withLines(found, textsOf(old), textsOf(now));
  const corrected = separateCorrections(lined, before.findings, after.findings);
  const sifted = sift(corrected.changes, service?.acceptedChanges ?? [], options.today, report);
  const { corrections } = corrected;
  const document = documentOf({ old: options.old, new: options.new, ...sifted, corrections });
  const proposed =
    service?.packageVersion === undefined ? undefined : nextVersion(service.packageVersion, document.verdict);
  const unquoted = [
    ...(found.some((change) => change.before) && old.length === 0 ? [before.material] : []),
    ...(found.some((change) => change.after) && now.length === 0 ? [after.material] : []),
  ];
  return {
    document: { ...document, ...(proposed !== undefined && { proposedVersion: proposed }) },
    unquoted,
  };
}

/** What the configuration did to the comparison, where it did anything. */
function appliedNotice(
  { id, overrides, acceptedChanges }: ProjectService,
  sides: readonly Side[],
): readonly string[] {
  const read = sides.filter(({ material }) => material.kind === 'pages').map(({ material }) => material.name);
  const parts = [
    ...(overrides.length > 0 && read.length > 0
      ? [`${many(overrides.length, 'override')} applied to ${read.join(' and ')}`]
      : []),
    ...(acceptedChanges.length > 0 ? [`${many(acceptedChanges.length, 'accepted change')} heeded`] : []),
  ];
  return parts.length === 0 ? [] : [visible(`compared as the configured service ${id}: ${parts.join(', ')}`)];
}

const unquotedNotice = ({ name }: Material): string =>
  visible(`${name}: the pages that this model was made of are not at hand, so that no lines are quoted`);

const textsOf = (pages: readonly PageFile[]): ((file: string) => string | undefined) => {
  const texts = new Map(pages.map(({ path, text }) => [path, text]));
  return (file) => texts.get(file);
};

/**
 * Reports what of the findings of a side may make the comparison wrong: pages left out, and lines not understood.
 * @returns what makes it incomplete.
 */
function passOn({ findings }: Side, other: Side, report: Report): readonly string[] {
  const incomplete: string[] = [];
  for (const { code, message, source } of findings) {
    const leftOut = Object.hasOwn(pageCodes, code);
    if (Object.hasOwn(input, code) || (leftOut && (code === 'page-empty' || isReadIn(other, source?.file)))) {
      report('input-compared', { problem: message }, source);
      incomplete.push(source ? `${source.file}: ${message}` : message);
    } else if (leftOut || Object.hasOwn(reading, code))
      report('compared-in-part', { problem: message }, source);
  }
  return incomplete;
}

/** Whether the page of that name says something on the other side. */
function isReadIn({ model }: Side, file: string | undefined): boolean {
  const name = file === undefined ? undefined : basename(file);
  return model.services.some(({ pages }) => pages.some((page) => basename(page) === name));
}

function reportVerdict(document: DiffDocument, limit: FailLimit, report: Report): void {
  if (!isAtLeast(document.verdict, limit)) return;
  const counted = [...document.changes, ...document.prose];
  const count = counted.filter((change) => isAtLeast(verdictOfChange(change), limit)).length;
  report('verdict-reached', { verdict: document.verdict, limit, count });
}
