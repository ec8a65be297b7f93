import { dirname, isAbsolute, resolve } from 'node:path';
import { commonFolder, pathFrom } from '../../base/paths.js';

import { readFromGit, repositoryOf } from '../../files/git.js';
import { pageExtensions, readPages, type PageFile } from '../../files/pages.js';
import { factsOf } from '../../model/facts.js';
import type { Model, Service } from '../../model/model.js';
import type { Around } from '../around.js';
import { readServices, type ServiceHints } from '../../pipeline.js';
import type { Material } from './read-input.js';

/**
 * The pages that a model was made of, to quote their lines; none where they are not at hand. The names in the model are
 * looked up from the working folder and from the folders that the model file lies in, or in the commit that it is of.
 * Pages that say anything else, or elsewhere, than the model are other pages: quoting them would be wrong.
 * @param ways of reading the pages; the first that gives the model back counts.
 */
export async function pagesOfModel(
  material: Material,
  folder: string,
  ways: readonly ServiceHints[],
  around: Around,
): Promise<readonly PageFile[]> {
  if (material.kind !== 'model') return [];
  const names = material.model.services.flatMap(({ pages }) => pages).filter(isPageName);
  if (names.length === 0) return [];
  for (const base of basesOf(material.path, folder)) {
    const pages = await readAll(names, base, material.ref, folder);
    if (pages === undefined) continue;
    for (const hints of ways) if (await statesTheSame(material.model, pages, hints, around)) return pages;
  }
  return [];
}

/** A name in a model file is somebody's text: nothing but pages below the folder is read. */
const isPageName = (name: string): boolean =>
  !isAbsolute(name) &&
  !name.split(/[\\/]/u).includes('..') &&
  pageExtensions.some((ending) => name.endsWith(ending));

/** The working folder, and each folder that a file lies in, the nearest first. */
function basesOf(file: string, folder: string): readonly string[] {
  const bases = new Set([folder]);
  let at = file;
  while (at !== dirname(at)) {
    at = dirname(at);
    bases.add(at);
  }
  return [...bases];
}

/** Undefined where one of them is not there. */
async function readAll(
  names: readonly string[],
  base: string,
  ref: string | undefined,
  folder: string,
): Promise<readonly PageFile[] | undefined> {
  const pages =
    ref === undefined
      ? await readPages(names, base, () => undefined)
      : await readCommitted(ref, base, folder, names);
  const wanted = new Set(names);
  return pages.filter(({ path }) => wanted.delete(path)).length === names.length ? pages : undefined;
}

async function readCommitted(
  ref: string,
  base: string,
  folder: string,
  names: readonly string[],
): Promise<readonly PageFile[]> {
  try {
    const top = await repositoryOf(folder);
    const way = pathFrom(top, resolve(base, commonFolder(names)));
    const content = await readFromGit(ref, way, folder, () => undefined);
    const pages = content.kind === 'folder' ? content.pages : [];
    return pages
      .map(({ path, text }) => ({ path: pathFrom(base, resolve(top, path.slice(ref.length + 1))), text }))
      .filter(({ path }) => names.includes(path));
  } catch {
    return [];
  }
}

/** Whether pages state every fact of a model in the very place that it names. */
async function statesTheSame(
  { services }: Model,
  pages: readonly PageFile[],
  hints: ServiceHints,
  around: Around,
): Promise<boolean> {
  const read = await readServices(pages, hints, () => undefined, around);
  const stated = new Set(read.services.flatMap(placedFacts));
  return services.flatMap(placedFacts).every((fact) => stated.has(fact));
}

const placedFacts = (service: Service): readonly string[] =>
  [...factsOf(service)]
    .filter(({ known }) => known !== 'override')
    .map(({ id, value, source }) => `${id} ${JSON.stringify(value)} ${source.file}:${source.line}`);
