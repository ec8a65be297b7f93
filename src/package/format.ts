import type { ProjectService } from '../config/project.js';
import { byPath } from '../emitters/emit.js';
import type { EmittedFile } from '../emitters/emitter.js';
import { formatFile, formatterEngine, isFormatted } from '../render/format.js';
import { TemplateFault } from '../render/template-fault.js';
import type { Tools } from './tools.js';

/** What brings the files of one package into their final form, each from when it is printed, while others are. */
export interface Formatting {
  readonly begin: (files: readonly EmittedFile[]) => void;
  /** The files that were begun, sorted by path, as they are written. */
  readonly finish: () => Promise<readonly EmittedFile[]>;
}

/** Formats the files that are not in their final form yet; those that the last run has formatted are taken from there. */
export async function openFormatting(configured: ProjectService, tools: Tools): Promise<Formatting> {
  const key = tools.cache.key('formatted', configured.id, configured.pages);
  const last = await tools.cache.get<readonly string[]>(key);
  const known = new Map(last?.value.map((hash, index) => [hash, last.texts[index] ?? '']));
  const begun: Promise<FormattedFile>[] = [];
  return {
    begin: (files) => {
      for (const file of files) {
        const formatted = formatOne(file, known, configured, tools);
        // Looked at by `finish`: until then, nobody waits for it.
        formatted.catch(() => undefined);
        begun.push(formatted);
      }
    },
    finish: async () => {
      const made = (await inOrder(begun)).sort(byPath);
      keepFormatted(key, made, known, tools);
      return made.map(({ path, content }) => ({ path, content }));
    },
  };
}

/** Of several faults, always the same one is told. */
async function inOrder<Result>(begun: readonly Promise<Result>[]): Promise<Result[]> {
  const results: Result[] = [];
  for (const one of begun) results.push(await one);
  return results;
}

function keepFormatted(
  key: string,
  made: readonly FormattedFile[],
  known: ReadonlyMap<string, string>,
  { cache }: Tools,
): void {
  const fresh = made.flatMap(({ hash, content }) => (hash === undefined ? [] : [{ hash, content }]));
  if (fresh.every(({ hash }) => known.has(hash))) return;
  cache.put(
    key,
    fresh.map(({ hash }) => hash),
    fresh.map(({ content }) => content),
  );
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
  if (formatted || formatter === 'off' || !isFormatted(path)) return { path, content };
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
