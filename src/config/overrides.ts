import type { Override, OverrideAction } from '../model/overrides.js';
import type { OverrideConfig, ServiceConfig } from './config.js';
import type { ConfigSource, Fault } from './source.js';

const ACTIONS = ['set', 'remove', 'rename', 'add'] as const;

/** The overrides of a service, each with its place in the configuration; those without an action are left out. */
export async function resolveOverrides(
  id: string,
  { overrides = {} }: ServiceConfig,
  source: ConfigSource,
): Promise<readonly Override[]> {
  const resolved = Object.entries(overrides).map(async ([fact, override]) => {
    const action = actionOf(override);
    const place = await source.locate(['services', id, 'overrides', fact], 'key');
    return action ? [{ id: fact, action, reason: override.reason, source: place }] : [];
  });
  return (await Promise.all(resolved)).flat();
}

function actionOf({ set, remove, rename, add }: OverrideConfig): OverrideAction | undefined {
  if (set !== undefined) return { kind: 'set', value: set };
  if (rename !== undefined) return { kind: 'rename', name: rename };
  if (add !== undefined) return { kind: 'add', member: add };
  return remove ? { kind: 'remove' } : undefined;
}

/** Overrides that do not say exactly one thing to do. */
export const badOverrides = (id: string, { overrides = {} }: ServiceConfig): readonly Fault[] =>
  Object.entries(overrides).flatMap(([fact, override]) => {
    const given = ACTIONS.filter((action) => override[action] !== undefined);
    if (given.length === 1) return [];
    return [
      {
        path: ['services', id, 'overrides', fact],
        where: `services.${id}.overrides.${fact}`,
        found: given.length === 0 ? 'nothing to do' : given.join(' and '),
        expected: 'exactly one of set, remove, rename, add',
      },
    ];
  });
