import { deserialize, serialize } from 'node:v8';
import { once } from '../base/memoise.js';
import type { Store } from './remember.js';

/**
 * Many small results in one entry of a store: those that the last run has asked for. A file for each page of a service
 * takes a fifth of a cold run more.
 */
export interface Shelf extends Store {
  /** Keeps what this run has asked for, where some of it is new. */
  close(): void;
}

export function openShelf(store: Store, name: string): Shelf {
  const last = once((): ReadonlyMap<string, Buffer> => {
    const bytes = store.read(name);
    return bytes ? deserialize(bytes) : new Map();
  });
  const asked = new Map<string, Buffer>();
  let isNew = false;
  return {
    read: (entry) => {
      const bytes = last().get(entry);
      if (bytes) asked.set(entry, bytes);
      return bytes;
    },
    write: (entry, bytes) => {
      asked.set(entry, bytes);
      isNew = true;
    },
    close: () => {
      if (isNew) store.write(name, serialize(asked));
    },
  };
}
