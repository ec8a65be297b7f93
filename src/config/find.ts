import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Report } from '../diagnostics/report.js';

/** The names that a configuration may have. */
export const configNames = ['ts', 'mts', 'js', 'mjs', 'json'].map((ending) => `docwright.config.${ending}`);

/** The names of the configurations in a folder. */
export const existingConfigs = (folder: string): readonly string[] =>
  configNames.filter((name) => existsSync(resolve(folder, name)));

/** Where a configuration is looked for, absolute: what to watch. */
export const configPaths = (folder: string, named: string | undefined): readonly string[] =>
  (named === undefined ? configNames : [named]).map((name) => resolve(folder, name));

/**
 * The absolute path of the configuration: the file named, or the one in the working folder. Reports and gives
 * undefined where there is none, or more than one.
 */
export function findConfig(folder: string, named: string | undefined, report: Report): string | undefined {
  if (named !== undefined) return namedConfig(folder, named, report);
  const names = existingConfigs(folder);
  const [name] = names;
  if (names.length > 1) return void report('config-several', { names });
  if (name !== undefined) return resolve(folder, name);
  return void report('config-missing', { place: `the working folder has none of ${configNames.join(', ')}` });
}

function namedConfig(folder: string, named: string, report: Report): string | undefined {
  const file = resolve(folder, named);
  return existsSync(file) ? file : void report('config-missing', { place: `"${named}" does not exist` });
}
