import type { ProjectService } from '../config/project.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { collector } from '../diagnostics/report.js';
import type { PageFile } from '../files/pages.js';
import { textOf } from '../files/text.js';
import type { Fragment } from '../model/fragments.js';
import type { NamedPage } from './input.js';
import type { Tools } from './tools.js';

/** What one page states, and what was found about it. */
interface ReadPage {
  readonly fragments: readonly Fragment[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What pages state, page by page; what the last run has read is taken from there. The cache holds what this service's
 * last run needed in one entry, as opening a file for each page would take as long as reading the page.
 * @param tell is given every finding.
 */
export async function readFragments(
  pages: readonly NamedPage[],
  { id, pages: patterns, dialects }: ProjectService,
  tell: (diagnostic: Diagnostic) => void,
  { cache, missing }: Tools,
): Promise<readonly Fragment[]> {
  const key = cache.key('fragments', id, patterns, dialects);
  const last = cache.get<readonly string[]>(key);
  const known = new Map(last?.value.map((name, index) => [name, last.texts[index]]));
  const names = pages.map(({ path, hash }) => `${hash} ${path}`);
  const kept = names.map((name) => known.get(name));
  const fresh = pages.filter((_, index) => !kept[index]);
  const read = await readFresh(fresh, { missing, dialects });
  const now = pages.map((page, index) => read.get(page) ?? parsed(kept[index]));
  for (const { diagnostics } of now) diagnostics.forEach(tell);
  // What is kept as it was need not be printed again.
  const texts = () => now.map((one, index) => kept[index] ?? JSON.stringify(one));
  if (fresh.length > 0) cache.put(key, names, texts);
  return now.flatMap(({ fragments }) => fragments);
}

const parsed = (text: Buffer | undefined): ReadPage =>
  text ? JSON.parse(textOf(text)) : { fragments: [], diagnostics: [] };

async function readFresh(
  pages: readonly PageFile[],
  { missing, dialects }: Pick<Tools, 'missing'> & Pick<ProjectService, 'dialects'>,
): Promise<ReadonlyMap<PageFile, ReadPage>> {
  if (pages.length === 0) return new Map();
  // Nearly every page is Markdown, whose engine takes long to load: it begins at once.
  const [{ loadDialects, readFragments: readPages }, { markdownEngine }] = await Promise.all([
    import('../ecosystems/read-pages.js'),
    import('../markdown/parse.js'),
  ]);
  if (markdownEngine() === 'reference') missing({ package: 'satteri', instead: 'remark-parse' });
  const loaded = await loadDialects(pages, dialects);
  const read = pages.map((page) => {
    const { report, diagnostics } = collector();
    return [page, { fragments: readPages([page], report, loaded), diagnostics }] as const;
  });
  return new Map(read);
}
