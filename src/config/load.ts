import { readFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import type { Report } from '../diagnostics/report.js';
import { checkConfig } from './check.js';
import { findConfig } from './find.js';
import { resolveProject, type Project } from './project.js';
import { readJson } from './read-json.js';
import type { ConfigSource } from './source.js';

export interface ConfigOptions {
  /** The working folder, absolute. */
  readonly folder: string;
  /** The configuration's path, where it is not the one in the working folder. */
  readonly config?: string | undefined;
}

/**
 * The project that a configuration describes; undefined, and reported, where the configuration is at fault.
 * @param emitters the names that `emitters` may have.
 */
export async function loadProject(
  { folder, config: named }: ConfigOptions,
  emitters: readonly string[],
  report: Report,
): Promise<Project | undefined> {
  const path = findConfig(folder, named, report);
  const source = path === undefined ? undefined : await readSource(path, folder, report);
  const config = source && (await checkConfig(source, report));
  if (path === undefined || !source || !config) return undefined;
  return await resolveProject(config, { folder: dirname(path), source, emitters }, report);
}

async function readSource(path: string, folder: string, report: Report): Promise<ConfigSource | undefined> {
  const file = relative(folder, path).replaceAll('\\', '/');
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined)
    return void report('config-unreadable', { problem: `"${file}" is not a file that can be read` });
  if (path.endsWith('.json')) return readJson(file, text.replace(/^\u{feff}/u, ''), report);
  const { readScript } = await import('./read-script.js');
  return await readScript({ path, file, text }, report);
}
