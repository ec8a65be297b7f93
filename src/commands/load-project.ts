import { once } from '../base/memoise.js';
import type { Remember } from '../cache/remember.js';
import type { KnownNames } from '../config/known-names.js';
import { loadProject as load, type ConfigOptions } from '../config/load.js';
import type { Project } from '../config/project.js';
import type { Report } from '../diagnostics/report.js';
import type { Registry } from '../plugin/registry.js';
import { nothingAround, type Around } from './around.js';

/** What there is to name in a configuration; not loaded before somebody asks. What is wrong with plug-ins is told here. */
const knownNames =
  (report: Report) =>
  async (plugins: readonly unknown[]): Promise<KnownNames> => {
    const { emitters, ecosystems } = await (await import('../stages.js')).withPlugins(plugins, report);
    return {
      emitters: emitters.map(({ id }) => id),
      dialects: ecosystems.flatMap(({ dialects }) => dialects.map(({ id }) => id)),
      ecosystems: ecosystems.map(({ id }) => id),
      protocols: ecosystems.flatMap(({ protocols }) => protocols.map(({ id }) => id)),
    };
  };

/** Docwright's own parts, with those of plug-ins; what is wrong with them was told when the project was loaded. */
export const partsOf = async (plugins: readonly unknown[]): Promise<Registry> =>
  (await import('../stages.js')).withPlugins(plugins, () => undefined);

/** For commands that neither tell how they get on nor remember anything, with the parts of a project's plug-ins. */
export const aroundProject = ({ plugins }: Project): Around => ({
  ...nothingAround,
  parts: once(() => partsOf(plugins)),
});

/**
 * The project that a configuration describes; undefined, and reported, where the configuration is at fault.
 * @param rememberFor remembers for the project of a folder, as its configuration wants it.
 */
export const loadProject = (
  options: ConfigOptions,
  report: Report,
  rememberFor?: (folder: string, setting: unknown) => Remember,
): Promise<Project | undefined> => load(options, knownNames(report), report, rememberFor);
