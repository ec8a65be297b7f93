import type { Report } from '../diagnostics/report.js';
import { faultOf } from '../base/published-schema.js';
import type { Ecosystem } from '../ecosystems/ecosystem.js';
import { ecosystems } from '../ecosystems/registry.js';
import type { Emitter } from '../emitters/emitter.js';
import { emitters } from '../emitters/registry.js';
import type { EcosystemParts, Plugin } from './plugin.js';

/** Every part that a run can use: docwright's own, and those of plug-ins. */
export interface Registry {
  readonly ecosystems: readonly Ecosystem[];
  readonly emitters: readonly Emitter[];
}

/** Docwright's own parts. */
export const ownParts: Registry = { ecosystems, emitters };

/**
 * Docwright's own parts with those of plug-ins. A plug-in that is none, whose options are not what it asks for, or that
 * brings a part whose id is taken, is reported and left out.
 */
export async function withPlugins(plugins: readonly unknown[], report: Report): Promise<Registry> {
  let registry = ownParts;
  const ids = new Set<string>();
  for (const [index, plugin] of plugins.entries()) {
    const problem = await problemOf(plugin, ids);
    if (problem !== undefined) report('plugin-invalid', { plugin: nameOf(plugin, index), problem });
    else registry = withPlugin(registry, plugin as Plugin, report);
    ids.add(nameOf(plugin, index));
  }
  return registry;
}

const nameOf = (plugin: unknown, index: number): string => {
  const { id } = Object(plugin) as Partial<Plugin>;
  return typeof id === 'string' ? id : `number ${index + 1}`;
};

/** What keeps a plug-in from being used; undefined where nothing does. */
async function problemOf(plugin: unknown, ids: ReadonlySet<string>): Promise<string | undefined> {
  if (typeof plugin !== 'object' || plugin === null)
    return 'it is no object; call the function that makes it';
  const { id, options } = plugin as Partial<Plugin>;
  if (typeof id !== 'string' || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id))
    return 'its `id` is not made of lower-case letters, digits and single hyphens';
  if (ids.has(id)) return 'another plug-in has its id';
  return options && (await faultOf(options.schema, options.value));
}

function withPlugin(
  { ecosystems: known, emitters: outputs }: Registry,
  plugin: Plugin,
  report: Report,
): Registry {
  const extended = known.map((ecosystem) => {
    const parts = plugin.extends?.[ecosystem.id];
    return parts ? extend(ecosystem, parts, plugin, report) : ecosystem;
  });
  for (const id of Object.keys(plugin.extends ?? {})) {
    if (!known.some((ecosystem) => ecosystem.id === id))
      report('plugin-invalid', {
        plugin: plugin.id,
        problem: `it extends the ecosystem "${id}", which there is not`,
      });
  }
  return {
    ecosystems: [...extended, ...fresh('ecosystem', plugin.ecosystems, known, plugin, report)],
    emitters: [...outputs, ...fresh('emitter', plugin.emitters, outputs, plugin, report)],
  };
}

/** The ecosystem with the parts of a plug-in, and with the modules that those need at run time. */
function extend(ecosystem: Ecosystem, parts: EcosystemParts, plugin: Plugin, report: Report): Ecosystem {
  const { dialects, protocols, auth, runtime } = ecosystem;
  const own = plugin.runtime ? { [plugin.id]: plugin.runtime } : {};
  return {
    ...ecosystem,
    dialects: [...dialects, ...fresh('dialect', parts.dialects, dialects, plugin, report)],
    protocols: [...protocols, ...fresh('protocol', parts.protocols, protocols, plugin, report)],
    auth: [...auth, ...fresh('auth scheme', parts.auth, auth, plugin, report)],
    runtime: { ...runtime, foreign: { ...runtime.foreign, ...own } },
  };
}

/** Those parts whose ids are not taken; the others are reported. */
function fresh<Part extends { readonly id: string }>(
  what: string,
  parts: readonly Part[] = [],
  known: readonly Part[],
  plugin: Plugin,
  report: Report,
): readonly Part[] {
  const taken = new Set(known.map(({ id }) => id));
  return parts.filter(({ id }) => {
    if (taken.has(id)) report('plugin-duplicate', { what, id, plugin: plugin.id });
    return !taken.has(id) && taken.add(id);
  });
}
