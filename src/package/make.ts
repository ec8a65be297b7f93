import type { EmittedPackage, PackageInput } from './build.js';
import { hashOf, type Cache, type Kept } from '../cache/cache.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { EmittedFile } from '../emitters/emitter.js';
import type { PageFile } from '../files/pages.js';
import { optionsOf } from './options.js';
import type { Tools } from './tools.js';

/** A package that is ready to be written. */
export interface MadePackage {
  /** Names everything that it was made from. */
  readonly key: string;
  readonly counts: PackageCounts;
  readonly files: readonly EmittedFile[];
  /** What it was before it was formatted; made anew where it came from the cache. */
  readonly emitted: () => Promise<EmittedPackage>;
}

export interface PackageCounts {
  readonly id: string;
  readonly operations: number;
  readonly shapes: number;
}

/** What the cache holds of a package, beside the texts of its files. */
interface KeptPackage {
  readonly diagnostics: readonly Diagnostic[];
  /** Absent where the pages describe no service. */
  readonly counts?: PackageCounts;
  readonly paths: readonly string[];
}

/**
 * The package that pages and options amount to, from the cache where these were seen before. What makes packages is
 * only loaded where it has to.
 * @param tell is given every finding, in the same order either way.
 */
export async function makePackage(
  input: PackageInput,
  tell: (diagnostic: Diagnostic) => void,
  tools: Tools,
): Promise<MadePackage | undefined> {
  const key = packageKey(input, tools.cache);
  const known = await tools.cache.get<KeptPackage>(key);
  if (!known) return await buildPackage(key, input, tell, tools);
  known.value.diagnostics.forEach(tell);
  return keptPackage(key, known, () => emittedAgain(input, tools));
}

async function buildPackage(
  key: string,
  input: PackageInput,
  tell: (diagnostic: Diagnostic) => void,
  tools: Tools,
): Promise<MadePackage | undefined> {
  const { emitPackage, formatPackage } = await import('./build.js');
  const diagnostics: Diagnostic[] = [];
  const record = (diagnostic: Diagnostic) => {
    diagnostics.push(diagnostic);
    tell(diagnostic);
  };
  const emitted = await emitPackage(input, record, tools);
  if (!emitted) {
    tools.cache.put(key, { diagnostics, paths: [] } satisfies KeptPackage);
    return undefined;
  }
  const files = await formatPackage(emitted, input, tools);
  const counts = countsOf(emitted);
  const kept: KeptPackage = { diagnostics, counts, paths: files.map(({ path }) => path) };
  const texts = files.map(({ content }) => content);
  tools.cache.put(key, kept, texts);
  return { key, counts, files, emitted: async () => emitted };
}

function keptPackage(
  key: string,
  { value: { counts, paths }, texts }: Kept<KeptPackage>,
  emitted: MadePackage['emitted'],
): MadePackage | undefined {
  if (!counts) return undefined;
  const files = paths.map((path, index) => ({ path, content: texts[index] ?? '' }));
  return { key, counts, files, emitted };
}

/** For what needs the model itself; its findings have been told. */
async function emittedAgain(input: PackageInput, tools: Tools): Promise<EmittedPackage> {
  const { emitPackage } = await import('./build.js');
  const emitted = await emitPackage(input, () => undefined, tools);
  if (!emitted) throw new Error('the cache holds a package of pages that describe none');
  return emitted;
}

const countsOf = ({ service: { id, operations, shapes } }: EmittedPackage): PackageCounts => ({
  id,
  operations: operations.length,
  shapes: shapes.length,
});

/**
 * Names a package by all that decides on it: the pages, and the whole configuration but for the other services, so that
 * an option, or anything else that packages will be made from, is part of it once it is added.
 */
function packageKey({ pages, configured, project, ...others }: PackageInput, cache: Cache): string {
  return cache.key('package', optionsOf(configured, project), others, pages.map(pageHash));
}

const pageHash = ({ path, text }: PageFile): readonly string[] => [path, hashOf(text)];
