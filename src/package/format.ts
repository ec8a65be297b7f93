import type { Cache } from '../cache/cache.js';
import type { ProjectService } from '../config/project.js';
import { byPath } from '../base/compare.js';
import type { EmittedFile } from '../emitters/emitter.js';
import { formatFile, formatterEngine, isFormatted } from '../render/format.js';
import { TemplateFault } from '../render/template-fault.js';
import { lastFormatted, type Formatted } from './formatted.js';
import type { PrintedFile } from './printed.js';
import type { Tools } from './tools.js';

/** What brings the files of one package into their final form, each from when it is printed, while others are. */
export interface Formatting {
  readonly begin: (files: readonly EmittedFile[]) => void;
  /** The files that were begun, sorted by path, as they are written. */
  readonly finish: () => Promise<readonly PrintedFile[]>;
}

/** Formats the files that are not in their final form yet; those that the last run has formatted are taken from there. */
export function openFormatting(configured: ProjectService, tools: Tools): Formatting {
  const last = lastFormatted(configured, tools.cache);
  const begun: Promise<PrintedFile>[] = [];
  return {
    begin: (files) => {
      for (const file of files) {
        const formatted = formatOne(file, last, configured, tools);
        // Looked at by `finish`: until then, nobody waits for it.
        formatted.catch(() => undefined);
        begun.push(formatted);
      }
    },
    finish: async () => (await inOrder(begun)).sort(byPath),
  };
}

/** Of several faults, always the same one is told. */
async function inOrder<Result>(begun: readonly Promise<Result>[]): Promise<Result[]> {
  const results: Result[] = [];
  for (const one of begun) results.push(await one);
  return results;
}

async function formatOne(
  { path, content, formatted }: EmittedFile,
  last: (printed: string) => Formatted | undefined,
  { formatter, templates }: ProjectService,
  { cache, missing }: Pick<Tools, 'cache' | 'missing'>,
): Promise<PrintedFile> {
  if (formatted || formatter === 'off' || !isFormatted(path)) return { path, content };
  const printed = printedName(path, content, cache);
  const before = last(printed);
  if (before) return { path, ...before, printed };
  if (formatter === 'oxfmt' && (await formatterEngine(formatter)) === 'prettier')
    missing({ package: 'oxfmt', instead: 'prettier' });
  try {
    return { path, content: await formatFile(path, content, formatter), printed };
  } catch (error) {
    throw faultOf(error, path, templates);
  }
}

/** What decides on how a text is formatted: itself, and the ending of its path. */
const printedName = (path: string, content: string, cache: Cache): string =>
  `${path.slice(path.lastIndexOf('.'))} ${cache.hash(content)}`;

/** Code that does not parse comes from a template of the user, where there is one: the one that is called like the file. */
function faultOf(error: unknown, path: string, templates: ProjectService['templates']): unknown {
  const module = path.replace(/\.\w+$/u, '').toLowerCase();
  const template = templates.find(({ name }) => name.endsWith(module)) ?? templates[0];
  if (!template || !(error instanceof SyntaxError)) return error;
  const problem = `${path} does not parse with it`;
  return new TemplateFault(problem, template.name, { file: template.file, line: 1, column: 1 });
}
