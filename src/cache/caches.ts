import { resolve } from 'node:path';
import { cacheFolderOf, openCacheFolder } from '../files/cache.js';
import { noCache, openCache, type Cache } from './cache.js';

export interface CacheOptions {
  /** False keeps a run from reading and writing any cache, whatever the configuration says. */
  readonly cache?: boolean | undefined;
  /** The user's folder for caches, such as `~/.cache`, for projects without an installed package; absolute. */
  readonly userCaches?: string | undefined;
}

/** The caches of one run. */
export interface Caches {
  /**
   * The cache of a project.
   * @param setting the `cache` of its configuration, which may not have been checked yet.
   */
  of(folder: string, setting: unknown): Cache;
  /** Waits for what is still being written. */
  close(): Promise<void>;
}

export function openCaches({ cache = true, userCaches }: CacheOptions): Caches {
  const opened = new Map<string, Cache>();
  return {
    of: (folder, setting) => {
      const path = cache ? pathOf(folder, setting, userCaches) : undefined;
      if (path === undefined) return noCache;
      const there = opened.get(path) ?? openCache(openCacheFolder(path));
      opened.set(path, there);
      return there;
    },
    close: async () => void (await Promise.all([...opened.values()].map((one) => one.close()))),
  };
}

function pathOf(folder: string, setting: unknown, userCaches: string | undefined): string | undefined {
  if (setting === false) return undefined;
  return typeof setting === 'string' ? resolve(folder, setting) : cacheFolderOf(folder, userCaches);
}
