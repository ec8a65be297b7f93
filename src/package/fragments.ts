import type { ProjectService } from '../config/project.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { collector } from '../diagnostics/report.js';
import type { PageFile } from '../files/pages.js';
import type { Fragment } from '../ir/fragments.js';
import type { Tools } from './tools.js';

/** What one page states, and what was found about it. */
interface ReadPage {
  readonly fragments: readonly Fragment[];
  readonly diagnostics: readonly Diagnostic[];
}

type ReadPages = Readonly<Record<string, ReadPage>>;

/**
 * What pages state, page by page; what the last run has read is taken from there. The cache holds what this service's
 * last run needed in one entry, as opening a file for each page would take as long as reading the page.
 * @param tell is given every finding.
 */
export async function readFragments(
  pages: readonly PageFile[],
  { id, pages: patterns, dialects }: ProjectService,
  tell: (diagnostic: Diagnostic) => void,
  { cache, missing }: Tools,
): Promise<readonly Fragment[]> {
  const key = cache.key('fragments', id, patterns, dialects);
  const last = (await cache.get<ReadPages>(key))?.value ?? {};
  const hashes = pages.map(({ path, text }) => cache.hash(`${path}\n${text}`));
  const read = await readMissing(pages, hashes, last, { missing, dialects });
  const now = pages.map((_, index) => read[index] ?? last[hashes[index] ?? ''] ?? nothing);
  for (const { diagnostics } of now) diagnostics.forEach(tell);
  if (read.length > 0) cache.put(key, Object.fromEntries(now.map((one, index) => [hashes[index], one])));
  return now.flatMap(({ fragments }) => fragments);
}

const nothing: ReadPage = { fragments: [], diagnostics: [] };

async function readMissing(
  pages: readonly PageFile[],
  hashes: readonly string[],
  last: ReadPages,
  { missing, dialects }: Pick<Tools, 'missing'> & Pick<ProjectService, 'dialects'>,
): Promise<readonly (ReadPage | undefined)[]> {
  if (hashes.every((hash) => Object.hasOwn(last, hash))) return [];
  const { loadDialects, readFragments: readPages } = await import('../dialects/read.js');
  const { markdownEngine } = await import('../markdown/parse.js');
  if (markdownEngine() === 'reference') missing({ package: 'satteri', instead: 'remark-parse' });
  const isMissing = (_page: PageFile, index: number): boolean => !Object.hasOwn(last, hashes[index] ?? '');
  const loaded = await loadDialects(pages.filter(isMissing), dialects);
  return pages.map((page, index) => {
    if (!isMissing(page, index)) return undefined;
    const { report, diagnostics } = collector();
    return { fragments: readPages([page], report, loaded), diagnostics };
  });
}
