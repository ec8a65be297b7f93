import { pathToFileURL } from 'node:url';
import { startOf } from '../diagnostics/position.js';
import type { SourceRange } from '../diagnostics/position.js';
import type { Report } from '../diagnostics/report.js';
import type { ConfigSource } from './source.js';

/** A configuration in TypeScript or JavaScript. */
export interface Script {
  /** The absolute path. */
  readonly path: string;
  /** Its name in diagnostics. */
  readonly file: string;
  readonly text: string;
}

/** Evaluates a configuration and takes its default export. Undefined, and reported, where it throws or has none. */
export async function readScript(script: Script, report: Report): Promise<ConfigSource | undefined> {
  const { file, text } = script;
  try {
    const exported = await importModule(script.path);
    if (isRecord(exported) && 'default' in exported) {
      return { value: await exported['default'], file, text, locate: lazyLocator(file, text) };
    }
    report('config-unreadable', { problem: 'it has no default export' }, startOf(file));
  } catch (error) {
    report('config-unreadable', { problem: firstLine(error) }, placeOf(error, script));
  }
  return undefined;
}

/** Parses the file at the first question, as that takes longer than all the rest. */
function lazyLocator(file: string, text: string): ConfigSource['locate'] {
  let locator: Promise<(...of: Parameters<ConfigSource['locate']>) => SourceRange> | undefined;
  return async (path, of) => {
    locator ??= import('./locate-in-script.js').then(({ locatorOf }) => locatorOf(file, text));
    return (await locator)(path, of);
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** TypeScript goes through jiti, as Node 20 cannot read it; the query makes a changed file load anew. */
async function importModule(path: string): Promise<unknown> {
  if (!/\.m?ts$/u.test(path)) return await import(`${pathToFileURL(path).href}?at=${Date.now()}`);
  const { createJiti } = await import('jiti');
  return await createJiti(path, { moduleCache: false, interopDefault: false }).import(path);
}

const firstLine = (error: unknown): string =>
  String(error instanceof Error ? error.message : error)
    .split('\n', 1)
    .join('')
    .replace(/[\s.]+$/u, '');

/** The place in the configuration that an error names first, in its message or its stack. */
function placeOf(error: unknown, { path, file, text }: Script): SourceRange {
  const message = error instanceof Error ? error.message : '';
  const [, after = ''] = `${message}\n${(error instanceof Error && error.stack) || ''}`.split(path);
  const [, lineText, columnText] = /^(?:\?at=\d+)?:(\d+):(\d+)/u.exec(after) ?? [];
  if (lineText === undefined) return startOf(file);
  const line = Number(lineText);
  // The parser counts columns from 0, the engine from 1; compiled code may have longer lines than the file.
  const stated = Number(columnText) + Number(message.startsWith('ParseError'));
  const length = text.split(/\r?\n/u)[line - 1]?.length ?? 0;
  const column = stated <= length + 1 ? stated : 1;
  return { file, line, column, endLine: line, endColumn: column };
}
