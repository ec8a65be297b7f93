import { isPlainJson, type ConfigMemory, type Places } from '../config/memory.js';
import type { ConfigSource } from '../config/source.js';
import type { Cache } from './cache.js';
import type { Caches } from './caches.js';

/** Keeps in the cache of each project which of its configurations were found to be in order. */
export function configMemory(caches: Caches): ConfigMemory {
  const cacheFor = ({ value }: ConfigSource, folder: string): Cache =>
    caches.of(folder, Object(value)['cache']);
  const keyOf = (cache: Cache, { value, text, file }: ConfigSource): string =>
    cache.key('config', file, text, value);
  return {
    recall: (source, folder) => {
      if (!isPlainJson(source.value)) return undefined;
      const cache = cacheFor(source, folder);
      return cache.get<Places>(keyOf(cache, source))?.value;
    },
    keep: (source, folder, places) => {
      const cache = cacheFor(source, folder);
      if (isPlainJson(source.value)) cache.put(keyOf(cache, source), places);
    },
  };
}
