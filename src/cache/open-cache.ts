import { resolve } from 'node:path';
import { cacheFolderOf, openCacheFolder } from '../files/cache-folder.js';
import { nameOf, rememberIn, rememberNothing, type Remember } from './remember.js';
import { openShelf, type Shelf } from './shelf.js';

export interface CacheOptions {
  /** False keeps a run from reading and writing any cache, whatever the configuration says. */
  readonly cache?: boolean | undefined;
  /** The user's folder for caches, such as `~/.cache`, for projects without an installed package; absolute. */
  readonly userCaches?: string | undefined;
}

/** The caches of one run. */
export interface Caches {
  /**
   * Remembers for a project.
   * @param setting the `cache` of its configuration, which may not have been checked yet.
   */
  of(folder: string, setting: unknown): Remember;
  /** Waits for what is still being written, and keeps the folders within their bounds. */
  close(): Promise<void>;
}

export function openCaches({ cache = true, userCaches }: CacheOptions): Caches {
  const opened = new Map<string, OpenCache>();
  const cacheAt = (path: string): OpenCache => {
    const there = opened.get(path) ?? openCache(path);
    opened.set(path, there);
    return there;
  };
  return {
    of: (folder, setting) => {
      const path = cache ? pathOf(folder, setting, userCaches) : undefined;
      return path === undefined ? rememberNothing : cacheAt(path).remember;
    },
    close: async () => void (await Promise.all([...opened.values()].map((one) => one.close()))),
  };
}

interface OpenCache {
  readonly remember: Remember;
  readonly close: () => Promise<void>;
}

function openCache(path: string): OpenCache {
  const folder = openCacheFolder(path);
  const shelves: Shelf[] = [];
  const shelfOf = (name: string): Shelf => {
    const shelf = openShelf(folder, nameOf(['shelf', name]));
    shelves.push(shelf);
    return shelf;
  };
  return {
    remember: rememberIn((shelf) => (shelf === undefined ? folder : shelfOf(shelf))),
    close: async () => {
      for (const shelf of shelves) shelf.close();
      await folder.close();
    },
  };
}

function pathOf(folder: string, setting: unknown, userCaches: string | undefined): string | undefined {
  if (setting === false) return undefined;
  return typeof setting === 'string' ? resolve(folder, setting) : cacheFolderOf(folder, userCaches);
}
