import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseModel } from '../../changes/model-file.js';
import { migrateModel } from '../../ecosystems/registry.js';
import { input } from '../../diagnostics/catalogue/input.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { collector, type Report } from '../../diagnostics/report.js';
import { readFromGit, repositoryOf, splitGitPath } from '../../files/git.js';
import { readPages, type PageFile } from '../../files/pages.js';
import { irVersion, type Model } from '../../model/model.js';
import type { Around } from '../around.js';
import { readServices, type ServiceHints } from '../../pipeline.js';
import { problemOf } from '../../diagnostics/session.js';

/** Where a side of a comparison was found. */
interface Found {
  /** As the user named it. */
  readonly name: string;
  /** The file or folder, absolute; of a commit, where it would be in the working tree. */
  readonly path: string;
  /** The commit, where the side is of one. */
  readonly ref?: string;
}

/** What was found under the name of a side, not yet read. */
export type Material = Found &
  (
    | { readonly kind: 'model'; readonly model: Model }
    | { readonly kind: 'pages'; readonly pages: readonly PageFile[]; readonly found: readonly Diagnostic[] }
  );

/** One side of a comparison. */
export interface Side {
  readonly material: Material;
  readonly model: Model;
  /** The pages that it was read from; none of a model. */
  readonly pages: readonly PageFile[];
  readonly findings: readonly Diagnostic[];
}

/**
 * Finds a folder or file of pages, a model file, or `ref:path` of the git repository that `folder` is in; undefined, and
 * reported, where there is none.
 */
export async function findMaterial(
  name: string,
  folder: string,
  report: Report,
): Promise<Material | undefined> {
  const path = resolve(folder, name);
  const entry = await stat(path).catch(() => undefined);
  if (entry?.isFile() && name.endsWith('.json'))
    return await asModel({ name, path }, await readFile(path, 'utf8'), report);
  const parts = entry ? undefined : splitGitPath(name);
  if (parts) return await fromGit(name, parts, folder, report);
  const { report: keep, diagnostics } = collector();
  const pages = await readPages([name], folder, keep);
  return { kind: 'pages', name, path, pages, found: diagnostics };
}

async function fromGit(
  name: string,
  { ref, path: named }: { readonly ref: string; readonly path: string },
  folder: string,
  report: Report,
): Promise<Material | undefined> {
  const { report: keep, diagnostics: found } = collector();
  try {
    const content = await readFromGit(ref, named, folder, keep);
    const start = /^\.{1,2}(?:\/|$)/u.test(named) ? folder : await repositoryOf(folder);
    const at = { name, ref, path: resolve(start, named) };
    if (content.kind === 'folder') return { kind: 'pages', ...at, pages: content.pages, found };
    if (name.endsWith('.json')) return await asModel(at, content.text, report);
    return { kind: 'pages', ...at, pages: [{ path: name, text: content.text }], found };
  } catch (error) {
    const problem = error instanceof Error ? error.message : problemOf(error);
    return void report('input-git', { name, problem });
  }
}

async function asModel(found: Found, text: string, report: Report): Promise<Material | undefined> {
  const parsed = await parseModel(text, migrateModel);
  if ('problem' in parsed)
    return void report('input-no-model', { path: found.name, problem: parsed.problem });
  return { kind: 'model', ...found, model: parsed.model };
}

/**
 * Reads the pages of a side; a model is taken as it is.
 * @returns undefined, and reported, where not one page could be read.
 */
export async function readSide(
  material: Material,
  hints: ServiceHints,
  report: Report,
  around: Around,
): Promise<Side | undefined> {
  if (material.kind === 'model') return { material, model: material.model, pages: [], findings: [] };
  const { pages, found } = material;
  const reading: Diagnostic[] = [];
  const { services } = await readServices(pages, hints, (finding) => void reading.push(finding), around);
  const findings = [...found, ...reading];
  if (services.length > 0) return { material, model: { irVersion, services }, pages, findings };
  for (const { message } of findings.filter(({ code }) => Object.hasOwn(input, code)))
    report('input-compared', { problem: message });
  if (pages.length > 0) report('input-nothing-read', { pages: pages.length });
  return undefined;
}
