import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { byPath } from '../base/compare.js';
import { alone, type Remember } from '../cache/remember.js';
import type { BoundService } from '../ecosystems/ecosystem.js';
import { formatFile, formatterEngine, isFormatted, type Formatter } from '../render/format.js';
import { TemplateFault } from '../render/template-fault.js';
import { withTemplates, type UserTemplate } from '../render/templates.js';
import { emitInTurns } from './emit.js';
import type { EmitOptions, EmittedFile, Emitter } from './emitter.js';
import { emitters } from './registry.js';

export interface PrintOptions extends Omit<EmitOptions, 'emitters' | 'validation'> {
  readonly validation: EmitOptions['validation'] | undefined;
  /** The id of the service. */
  readonly id: string;
  /** The outputs to make, by id; those that need not be asked for where absent. */
  readonly emitters: readonly string[] | undefined;
  readonly formatter: Formatter;
  readonly templates: readonly UserTemplate[];
  /** To format takes as long as to print, and most files come out as before: 70 ms of CPU, a sixth of a cold run. */
  readonly remember: Remember;
  /** Takes note of a formatter that is not installed here. */
  readonly missing: (engine: { readonly package: string; readonly instead: string }) => void;
}

/** Those outputs that are made where the configuration names none. */
export const usualEmitters = (among: readonly Emitter[]): readonly string[] =>
  among.filter(({ optional }) => !optional).map(({ id }) => id);

/** A file of a package, in its final form. */
export interface PrintedFile {
  readonly path: string;
  /** As UTF-8: it is compared, hashed and written, and never read. */
  readonly content: Buffer;
}

/** The files of a package as they are printed, while the formatter, which is native, is at work on those before. */
export async function beginPrinting(
  bound: BoundService,
  options: PrintOptions,
  among: readonly Emitter[] = emitters,
): Promise<readonly Promise<PrintedFile>[]> {
  const begun: Promise<PrintedFile>[] = [];
  const format = rememberedFormat(options);
  await withTemplates(options.templates, async () => {
    for (const files of emitInTurns(
      bound,
      options.emitters ?? usualEmitters(among),
      emitOptions(options),
      among,
    )) {
      begun.push(...files.map((file) => formatted(file, format, options)));
      // What is native goes on by itself, but only if it is given a chance to begin.
      await turn();
    }
  });
  return begun;
}

const emitOptions = ({ header, packageName, packageVersion, validation }: PrintOptions): EmitOptions => ({
  header,
  packageName,
  packageVersion,
  ...(validation && { validation }),
});

/** The files once all are formatted, by path. Of several faults, always the same one is told. */
export async function printed(begun: readonly Promise<PrintedFile>[]): Promise<readonly PrintedFile[]> {
  const files: PrintedFile[] = [];
  for (const file of begun) files.push(await file);
  return files.sort(byPath);
}

/** Formats a printed file. */
type Format = (file: EmittedFile) => Promise<string>;

function rememberedFormat({ id, formatter, missing, remember }: PrintOptions): Format {
  const format = remember(
    async ({ path, content }: EmittedFile) => {
      if (formatter === 'oxfmt' && (await formatterEngine(formatter)) === 'prettier')
        missing({ package: 'oxfmt', instead: 'prettier' });
      return await formatFile(path, content, formatter);
    },
    ({ path, content }) => [
      'format',
      formatter,
      extname(path),
      createHash('sha256').update(content).digest('hex'),
    ],
    `formatted texts of ${id}`,
  );
  return (file) => format(file, ...alone);
}

function formatted(file: EmittedFile, format: Format, options: PrintOptions): Promise<PrintedFile> {
  const made = formatOne(file, format, options);
  // `printed` looks at it: until then, nobody waits for it.
  made.catch(() => undefined);
  return made;
}

async function formatOne(
  file: EmittedFile,
  format: Format,
  { formatter, templates }: PrintOptions,
): Promise<PrintedFile> {
  const { path, content, formatted: isFinal } = file;
  if (isFinal || formatter === 'off' || !isFormatted(path)) return { path, content: Buffer.from(content) };
  try {
    return { path, content: Buffer.from(await format(file)) };
  } catch (error) {
    throw faultOf(error, path, templates);
  }
}

/** Code that does not parse comes from a template of the user, where there is one: the one that is called like the file. */
function faultOf(error: unknown, path: string, templates: readonly UserTemplate[]): unknown {
  const module = path.replace(/\.\w+$/u, '').toLowerCase();
  const template = templates.find(({ name }) => name.endsWith(module)) ?? templates[0];
  if (!template || !(error instanceof SyntaxError)) return error;
  const problem = `${path} does not parse with it`;
  return new TemplateFault(problem, template.name, { file: template.file, line: 1, column: 1 });
}
