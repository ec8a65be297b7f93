/** What brings code into its final form; all print the same. */
export type FormatterEngine = 'oxfmt' | 'prettier';

/** What a configuration may ask for; `off` leaves code as the templates print it. */
export type Formatter = FormatterEngine | 'off';

type FormatCode = (code: string) => Promise<string>;

interface LoadedFormatter {
  readonly engine: FormatterEngine;
  readonly formatTypeScript: FormatCode;
}

const loaders: Readonly<Record<FormatterEngine, () => Promise<{ formatTypeScript: FormatCode }>>> = {
  oxfmt: () => import('./engines/oxfmt.js'),
  prettier: () => import('./engines/prettier.js'),
};

const loaded = new Map<FormatterEngine, Promise<LoadedFormatter>>();

/** Loads an engine at its first use: a run that writes nothing needs none. */
function load(wanted: FormatterEngine): Promise<LoadedFormatter> {
  const known = loaded.get(wanted) ?? loadFirst(wanted, 'prettier');
  loaded.set(wanted, known);
  return known;
}

async function loadFirst(wanted: FormatterEngine, reference: FormatterEngine): Promise<LoadedFormatter> {
  try {
    return { engine: wanted, formatTypeScript: (await loaders[wanted]()).formatTypeScript };
  } catch (error) {
    // A platform without the native package is no fault; a reference engine that does not load is.
    if (wanted === reference) throw error;
    return await loadFirst(reference, reference);
  }
}

/** The engine that is used where this one is wanted: the reference engine where the fast one is not installed. */
export const formatterEngine = async (wanted: FormatterEngine = 'oxfmt'): Promise<FormatterEngine> =>
  (await load(wanted)).engine;

/** Whether a file of this name has something to format. */
export const isFormatted = (path: string): boolean => /\.(?:ts|md)$/u.test(path);

/**
 * Formats a file by its extension: modules of TypeScript, and those in Markdown, of which the prose stays. Files of any
 * other kind stay as they are (JSON is printed in its final form).
 * @throws SyntaxError where code does not parse.
 */
export async function formatFile(
  path: string,
  content: string,
  formatter: Formatter = 'oxfmt',
): Promise<string> {
  if (formatter === 'off' || !isFormatted(path)) return content;
  const { formatTypeScript: format } = await load(formatter);
  return path.endsWith('.ts') ? await format(content) : await formatExamples(content, format);
}

const example = /(?<=^```ts\n)[^]*?(?=^```$)/gmu;

async function formatExamples(markdown: string, format: FormatCode): Promise<string> {
  const codes = [...markdown.matchAll(example)].map(([code]) => code);
  const formatted = await Promise.all(codes.map(format));
  return markdown.replace(example, () => formatted.shift() ?? '');
}

/** Formats a TypeScript module. */
export const formatTypeScript = (code: string): Promise<string> => formatFile('module.ts', code);
