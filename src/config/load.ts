import { readFileSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { relocated, type Report } from '../diagnostics/report.js';
import { checkConfig } from './check.js';
import type { Config } from './config.js';
import { existingConfigs, findConfig } from './find.js';
import type { KnownNames } from './known-names.js';
import { resolveProject, type Project } from './project.js';
import { recordPlaces, withPlaces, type ConfigMemory } from './memory.js';
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
 * @param names the names that a configuration may use, or what gives them where they are needed.
 * @param memory knows the configurations that earlier runs found to be in order.
 */
export async function loadProject(
  { folder, config: named }: ConfigOptions,
  names: KnownNames | (() => Promise<KnownNames>),
  report: Report,
  memory?: ConfigMemory,
): Promise<Project | undefined> {
  const path = findConfig(folder, named, report);
  if (path === undefined) return undefined;
  const there = relocated(report, relative(folder, dirname(path)).replaceAll('\\', '/'));
  const source = await readSource(path, there);
  if (!source) return undefined;
  const place = dirname(path);
  const places = memory?.recall(source, place);
  if (places) {
    const known = { folder: place, source: withPlaces(source, places) };
    return await resolveProject(source.value as Config, known, there);
  }
  const { source: recorded, places: asked } = recordPlaces(source);
  const config = await checkConfig(recorded, there);
  if (!config) return undefined;
  const known = typeof names === 'function' ? await names() : names;
  const project = await resolveProject(config, { folder: place, source: recorded, known }, there);
  if (project) memory?.keep(source, place, asked);
  return project;
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
