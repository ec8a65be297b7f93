import type { Cache } from '../cache/cache.js';
import type { EmittedFile } from '../emitters/emitter.js';
import { hashOf } from '../files/text.js';

const keyOf = (text: string, cache: Cache): string => cache.key('model', hashOf(text));

/** Remembers the model of a package, so that the next run knows its own work and need not check it. */
export function keepOwnModel(files: readonly EmittedFile[], cache: Cache): void {
  const model = files.find(({ path }) => path === 'model.json');
  if (model) cache.put(keyOf(model.content, cache), {});
}

/** Whether this very code has written a text as a model. */
export const isOwnModel = async (text: string, cache: Cache): Promise<boolean> =>
  (await cache.get(keyOf(text, cache))) !== undefined;
