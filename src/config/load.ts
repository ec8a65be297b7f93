import { readFileSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { alone, rememberNothing, type Remember } from '../cache/remember.js';
import { relocated, type Report } from '../diagnostics/report.js';
import { checkConfig } from './check.js';
import type { Config } from './config.js';
import { existingConfigs, findConfig } from './find.js';
import type { KnownNames } from './known-names.js';
import { resolveProject, type Project } from './project.js';
import { isPlainJson, recordPlaces, withPlaces, type Places } from './places.js';
import { readJson } from './read-json.js';
import type { ConfigSource } from './source.js';

export interface ConfigOptions {
  /** The working folder, absolute. */
  readonly folder: string;
  /** The configuration's path, where it is not the one in the working folder. */
  readonly config?: string | undefined;
}

/** The names that a configuration may use, or what gives them, those of its plug-ins among them, where they are needed. */
export type Names = KnownNames | ((plugins: readonly unknown[]) => Promise<KnownNames>);

/**
 * The project that a configuration describes; undefined, and reported, where the configuration is at fault.
 * @param rememberFor remembers for the project of a folder, as its configuration wants it: to check a configuration and to
 * find places in it takes libraries that take longer to load than all the rest of a run that changes nothing.
 */
export async function loadProject(
  { folder, config: named }: ConfigOptions,
  names: Names,
  report: Report,
  rememberFor: (folder: string, setting: unknown) => Remember = () => rememberNothing,
): Promise<Project | undefined> {
  const path = findConfig(folder, named, report);
  if (path === undefined) return undefined;
  const there = relocated(report, relative(folder, dirname(path)).replaceAll('\\', '/'));
  const source = await readSource(path, there);
  if (!source) return undefined;
  const place = dirname(path);
  const check = rememberFor(place, Object(source.value)['cache'])(
    () => checkedPlaces(source, place, names, there),
    ({ file, text, value }: ConfigSource) => (isPlainJson(value) ? ['config', file, text, value] : undefined),
  );
  // What is at fault has been reported, and is not kept.
  const places = await check(source, ...alone);
  if (!places) return undefined;
  const known = { folder: place, source: withPlaces(source, places) };
  return await resolveProject(source.value as Config, known, there);
}

/** The places that are asked for in a configuration that is in order; undefined, and reported, where it is not. */
async function checkedPlaces(
  source: ConfigSource,
  folder: string,
  names: Names,
  report: Report,
): Promise<Places | undefined> {
  const { source: recorded, places } = recordPlaces(source);
  const config = await checkConfig(recorded, report);
  if (!config) return undefined;
  const known = typeof names === 'function' ? await names(config.plugins ?? []) : names;
  const project = await resolveProject(config, { folder, source: recorded, known }, report);
  return project && places;
}

/** The text of the configuration that a run uses, by its path from the working folder, for excerpts of it. */
export function readConfigText({
  folder,
  config: named,
}: ConfigOptions): readonly { readonly path: string; readonly text: string }[] {
  const [path] = named === undefined ? existingConfigs(folder) : [named];
  const text = path === undefined ? undefined : textAt(resolve(folder, path));
  if (path === undefined || text === undefined) return [];
  return [{ path: relative(folder, resolve(folder, path)).replaceAll('\\', '/'), text }];
}

/** Places in the configuration are relative to its own folder, as those in pages are. */
async function readSource(path: string, report: Report): Promise<ConfigSource | undefined> {
  const file = basename(path);
  const text = textAt(path);
  if (text === undefined)
    return void report('config-unreadable', { problem: `"${file}" is not a file that can be read` });
  if (path.endsWith('.json')) return await readJson(file, text.replace(/^\u{feff}/u, ''), report);
  const { readScript } = await import('./read-script.js');
  return await readScript({ path, file, text }, report);
}

function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
