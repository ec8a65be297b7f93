import type { Cache } from '../cache/cache.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { KnownFile } from '../files/current.js';
import type { PageFile } from '../files/pages.js';
import type { OutputFile } from '../files/plan.js';
import { bytesOf, hashOf } from '../files/text.js';
import type { Service } from '../model/model.js';
import type { BoundService } from '../ecosystems/protocol.js';
import { keepFormatted } from './formatted.js';
import type { PackageInput } from './input.js';
import { slicesOf, type KeptText } from './kept-texts.js';
import { optionsOf } from './options.js';
import { keepOwnModel } from './own-model.js';
import type { PrintedFile } from './printed.js';
import type { Tools } from './tools.js';

/** A package that is ready to be written. */
export interface MadePackage {
  /** Names everything that it was made from. */
  readonly key: string;
  readonly counts: PackageCounts;
  readonly files: () => Promise<readonly OutputFile[]>;
  /** The same as bytes to compare with, where the package was made before; without them there is more to do anyway. */
  readonly known: () => readonly KnownFile[] | undefined;
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

interface KeptFile extends KeptText {
  readonly path: string;
}

/** What a package is made from, before its pages are named for the cache. */
type UnnamedInput = Omit<PackageInput, 'pages'> & { readonly pages: readonly PageFile[] };

/**
 * The package that pages and options amount to, from the cache where these were seen before. What makes packages is
 * only loaded where it has to.
 * @param tell is given every finding, in the same order either way.
 */
export async function makePackage(
  { pages, ...others }: UnnamedInput,
  tell: (diagnostic: Diagnostic) => void,
  tools: Tools,
): Promise<MadePackage | undefined> {
  const named = pages.map((page) => ({ ...page, hash: tools.cache.hash(page.text) }));
  const input = { ...others, pages: named };
  const key = packageKey(input, tools.cache);
  const known = tools.cache.get<KeptPackage>(key);
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
  const counts = countsOf(bound.service);
  const files = keepTexts(key, await printPackage(bound, input, tools), input, tools);
  tools.cache.put(key, { diagnostics, counts, files: files.map(keptFile) } satisfies KeptPackage);
  keepOwnModel(files, tools.cache);
  return {
    key,
    counts,
    files: async () => files,
    known: () => undefined,
    service: async () => bound.service,
  };
}

/** A file with all that is asked for later on. */
interface MadeFile extends Required<OutputFile> {
  readonly content: Buffer;
}

const textsKey = (key: string, { cache }: Tools): string => cache.key('texts', key);

/** Keeps the texts of a package, where they are looked for in whole, and one by one. */
function keepTexts(
  key: string,
  printed: readonly PrintedFile[],
  { configured }: PackageInput,
  tools: Tools,
): readonly MadeFile[] {
  const files = printed.map(madeFile);
  const texts = textsKey(key, tools);
  tools.cache.store(
    texts,
    files.map(({ content }) => content),
  );
  keepFormatted(configured, printed, { texts, files: files.map(keptText) }, tools.cache);
  return files;
}

function madeFile({ path, content, hash }: PrintedFile): MadeFile {
  const bytes = bytesOf(content);
  return { path, content: bytes, hash: hash ?? hashOf(bytes) };
}

const keptText = ({ hash, content }: MadeFile): KeptText => ({ hash, bytes: content.length });

const keptFile = (file: MadeFile): KeptFile => ({ path: file.path, ...keptText(file) });

function keptPackage(
  key: string,
  { counts, files: kept }: KeptPackage,
  input: PackageInput,
  tools: Tools,
): MadePackage | undefined {
  if (!counts) return undefined;
  const texts = () => {
    const bytes = tools.cache.peek(textsKey(key, tools));
    return bytes && slicesOf(bytes, kept);
  };
  const known = () => {
    const found = texts();
    return found && kept.map((file, index) => ({ ...file, bytes: found[index] ?? Buffer.of() }));
  };
  const files = async () => {
    const found = texts()?.map((content, index) => ({ path: '', hash: '', ...kept[index], content }));
    const whole = found?.every(({ content, hash }) => hashOf(content) === hash);
    return found && whole ? found : await printedAgain(key, input, tools);
  };
  return { key, counts, files, known, service: async () => (await readAgain(input, tools)).service };
}

/** For a cache that has lost the texts; what was found has been told. */
async function printedAgain(key: string, input: PackageInput, tools: Tools): Promise<readonly OutputFile[]> {
  const { printPackage } = await import('./build.js');
  return keepTexts(key, await printPackage(await readAgain(input, tools), input, tools), input, tools);
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
  const names = pages.map(({ path, hash }) => [path, hash]);
  return cache.key('package', optionsOf(configured, project), others, names);
}
