import type { Ask } from './remember.js';

/** What is asked where all entries are looked at. */
export const everyEntry = '';

/**
 * A map that asks for what is looked at: what a stage makes of it is made anew where one of these answers is another. It is
 * got when somebody looks.
 */
export function watchedMap<Value>(
  map: () => ReadonlyMap<string, Value>,
  ask: Ask,
): ReadonlyMap<string, Value> {
  const whole = (): ReadonlyMap<string, Value> => {
    ask(everyEntry);
    return map();
  };
  return {
    get: (key) => {
      ask(key);
      return map().get(key);
    },
    has: (key) => {
      ask(key);
      return map().has(key);
    },
    get size() {
      return whole().size;
    },
    forEach: (visit) => whole().forEach(visit),
    keys: () => whole().keys(),
    values: () => whole().values(),
    entries: () => whole().entries(),
    [Symbol.iterator]: () => whole()[Symbol.iterator](),
  };
}
