import type { KnownNames } from './config/known-names.js';

/** What there is to name in a configuration; not loaded before somebody asks. */
export async function knownNames(): Promise<KnownNames> {
  const [{ emitters }, { dialectsOf }] = await Promise.all([
    import('./emitters/registry.js'),
    import('./ecosystems/registry.js'),
  ]);
  return { emitters: emitters.map(({ id }) => id), dialects: dialectsOf().map(({ dialect }) => dialect.id) };
}
