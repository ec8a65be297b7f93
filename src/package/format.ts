import type { ProjectService } from '../config/project.js';
import type { EmittedFile } from '../emitters/emitter.js';
import { formatFile, formatterEngine, isFormatted } from '../render/format.js';
import { TemplateFault } from '../render/template-fault.js';
import type { Tools } from './tools.js';

/** Formats the files that are not in their final form yet; those that the last run has formatted are taken from there. */
export async function formatFiles(
  files: readonly EmittedFile[],
  configured: ProjectService,
  { cache, missing }: Tools,
): Promise<readonly EmittedFile[]> {
  if (configured.formatter === 'off') return files;
  const key = cache.key('formatted', configured.id, configured.pages);
  const last = await cache.get<readonly string[]>(key);
  const known = new Map(last?.value.map((hash, index) => [hash, last.texts[index] ?? '']));
  const made = await inTurns(files, (file) => formatOne(file, known, configured, { cache, missing }));
  const fresh = made.flatMap(({ hash, content }) => (hash === undefined ? [] : [{ hash, content }]));
  if (fresh.some(({ hash }) => !known.has(hash)))
    cache.put(
      key,
      fresh.map(({ hash }) => hash),
      fresh.map(({ content }) => content),
    );
  return made.map(({ path, content }) => ({ path, content }));
}

/** More at once take more memory, and hardly less time. */
const atOnce = 2;

/** Does some work for each item, a few at once; gives the results in the order of the items. */
async function inTurns<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const workThrough = async (): Promise<void> => {
    for (const [at, item] of waiting) results[at] = await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, workThrough));
  return results;
}

interface FormattedFile {
  readonly path: string;
  readonly content: string;
  /** Of the text before it was formatted, behind the path's ending; absent where nothing formats such files. */
  readonly hash?: string;
}

async function formatOne(
  { path, content, formatted }: EmittedFile,
  known: ReadonlyMap<string, string>,
  { formatter, templates }: ProjectService,
  { cache, missing }: Pick<Tools, 'cache' | 'missing'>,
): Promise<FormattedFile> {
  if (formatted || !isFormatted(path)) return { path, content };
  const hash = `${path.slice(path.lastIndexOf('.'))} ${cache.hash(content)}`;
  const before = known.get(hash);
  if (before !== undefined) return { path, content: before, hash };
  if (formatter === 'oxfmt' && (await formatterEngine(formatter)) === 'prettier')
    missing({ package: 'oxfmt', instead: 'prettier' });
  try {
    return { path, content: await formatFile(path, content, formatter), hash };
  } catch (error) {
    throw faultOf(error, path, templates);
  }
}

/** Code that does not parse comes from a template of the user, where there is one: the one that is called like the file. */
function faultOf(error: unknown, path: string, templates: ProjectService['templates']): unknown {
  const module = path.replace(/\.\w+$/u, '').toLowerCase();
  const template = templates.find(({ name }) => name.endsWith(module)) ?? templates[0];
  if (!template || !(error instanceof SyntaxError)) return error;
  const problem = `${path} does not parse with it`;
  return new TemplateFault(problem, template.name, { file: template.file, line: 1, column: 1 });
}
