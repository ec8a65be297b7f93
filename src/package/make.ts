import type { PackageInput } from './build.js';
import type { Cache } from '../cache/cache.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { KnownFile } from '../files/current.js';
import type { PageFile } from '../files/pages.js';
import type { OutputFile } from '../files/plan.js';
import type { Service } from '../ir/model.js';
import type { BoundService } from '../protocols/protocol.js';
import { optionsOf } from './options.js';
import { keepOwnModel } from './own-model.js';
import type { Tools } from './tools.js';

/** A package that is ready to be written. */
export interface MadePackage {
  /** Names everything that it was made from. */
  readonly key: string;
  readonly counts: PackageCounts;
  readonly files: () => Promise<readonly OutputFile[]>;
  /** The same as bytes to compare with, where the package was made before; without them there is more to do anyway. */
  readonly known: () => Promise<readonly KnownFile[] | undefined>;
  /** The service that it was made of; read anew where it came from the cache. */
  readonly service: () => Promise<Service>;
}

export interface PackageCounts {
  readonly id: string;
  readonly operations: number;
  readonly shapes: number;
}

/** What the cache holds of a package, beside the texts of its files, which are an entry of their own. */
interface KeptPackage {
  readonly diagnostics: readonly Diagnostic[];
  /** Absent where the pages describe no service. */
  readonly counts?: PackageCounts;
  readonly files: readonly KeptFile[];
}

interface KeptFile {
  readonly path: string;
  /** SHA-256 of the text; empty where there is no cache. */
  readonly hash: string;
  readonly bytes: number;
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
  return keptPackage(key, known.value, input, tools);
}

async function buildPackage(
  key: string,
  input: PackageInput,
  tell: (diagnostic: Diagnostic) => void,
  tools: Tools,
): Promise<MadePackage | undefined> {
  const { printPackage, readService } = await import('./build.js');
  const diagnostics: Diagnostic[] = [];
  const record = (diagnostic: Diagnostic) => {
    diagnostics.push(diagnostic);
    tell(diagnostic);
  };
  const bound = await readService(input, record, tools);
  if (!bound) {
    tools.cache.put(key, { diagnostics, files: [] } satisfies KeptPackage);
    return undefined;
  }
  const texts = await printPackage(bound, input, tools);
  const counts = countsOf(bound.service);
  const kept = texts.map((file) => keptFile(file, tools.cache));
  tools.cache.put(key, { diagnostics, counts, files: kept } satisfies KeptPackage);
  keepTexts(key, texts, tools);
  const files = kept.map((file, index) => outputFile(file, texts[index]?.content ?? ''));
  keepOwnModel(files, tools.cache);
  return {
    key,
    counts,
    files: async () => files,
    known: async () => undefined,
    service: async () => bound.service,
  };
}

const outputFile = ({ path, hash }: KeptFile, content: string): OutputFile => ({
  path,
  content,
  ...(hash && { hash }),
});

const textsKey = (key: string, { cache }: Tools): string => cache.key('texts', key);

const keepTexts = (key: string, files: readonly OutputFile[], tools: Tools): void =>
  tools.cache.put(
    textsKey(key, tools),
    {},
    files.map(({ content }) => content),
  );

const keptFile = ({ path, content }: OutputFile, cache: Cache): KeptFile => ({
  path,
  hash: cache.hash(content),
  bytes: Buffer.byteLength(content),
});

function keptPackage(
  key: string,
  { counts, files: kept }: KeptPackage,
  input: PackageInput,
  tools: Tools,
): MadePackage | undefined {
  if (!counts) return undefined;
  const files = async () => {
    const texts = (await tools.cache.get(textsKey(key, tools)))?.texts;
    if (texts) return kept.map((file, index) => outputFile(file, texts[index] ?? ''));
    return await printedAgain(key, input, tools);
  };
  const known = async () => {
    const bytes = await tools.cache.peek(textsKey(key, tools));
    let at = 0;
    return bytes && kept.map((file) => ({ ...file, bytes: bytes.subarray(at, (at += file.bytes)) }));
  };
  return { key, counts, files, known, service: async () => (await readAgain(input, tools)).service };
}

/** For a cache that has lost the texts; what was found has been told. */
async function printedAgain(key: string, input: PackageInput, tools: Tools): Promise<readonly OutputFile[]> {
  const { printPackage } = await import('./build.js');
  const files = await printPackage(await readAgain(input, tools), input, tools);
  keepTexts(key, files, tools);
  return files;
}

/** For what needs the model itself; its findings have been told. */
async function readAgain(input: PackageInput, tools: Tools): Promise<BoundService> {
  const { readService } = await import('./build.js');
  const bound = await readService(input, () => undefined, tools);
  if (!bound) throw new Error('the cache holds a package of pages that describe none');
  return bound;
}

const countsOf = ({ id, operations, shapes }: Service): PackageCounts => ({
  id,
  operations: operations.length,
  shapes: shapes.length,
});

/**
 * Names a package by all that decides on it: the pages, and the whole configuration but for the other services, so that
 * an option, or anything else that packages will be made from, is part of it once it is added.
 */
function packageKey({ pages, configured, project, ...others }: PackageInput, cache: Cache): string {
  const pageHash = ({ path, text }: PageFile): readonly string[] => [path, cache.hash(text)];
  return cache.key('package', optionsOf(configured, project), others, pages.map(pageHash));
}
