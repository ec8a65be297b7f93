import type { Cache } from '../cache/cache.js';
import type { OutputFile } from '../files/plan.js';

const keyOf = (hash: string, cache: Cache): string => cache.key('model', hash);

/** Remembers the model of a package, so that the next run knows its own work and need not check it. */
export function keepOwnModel(files: readonly OutputFile[], cache: Cache): void {
  const model = files.find(({ path }) => path === 'model.json');
  if (model?.hash) cache.put(keyOf(model.hash, cache), {});
}

/** Whether this very code has written the text with a SHA-256 as a model. */
export const isOwnModel = (hash: string, cache: Cache): boolean =>
  cache.get(keyOf(hash, cache)) !== undefined;
