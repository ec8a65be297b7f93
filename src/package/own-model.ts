import type { Cache } from '../cache/cache.js';
import type { OutputFile } from '../files/plan.js';

const keyOf = (hash: string, cache: Cache): string => cache.key('model', hash);

/** Remembers the model of a package, so that the next run knows its own work and need not check it. */
export function keepOwnModel(files: readonly OutputFile[], cache: Cache): void {
  const model = files.find(({ path }) => path === 'model.json');
  if (model?.hash) cache.put(keyOf(model.hash, cache), {});
}

/** Whether this very code has written a text as a model. */
export const isOwnModel = async (text: string, cache: Cache): Promise<boolean> =>
  (await cache.get(keyOf(cache.hash(text), cache))) !== undefined;
