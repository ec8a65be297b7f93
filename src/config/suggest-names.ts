import { distance } from '../base/edit-distance.js';

const lastPart = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

/** Those names that somebody may have meant who wrote this one: up to three, the nearest first. */
export function suggestNames(name: string, known: readonly string[]): readonly string[] {
  const judged = known.map((other) => {
    const apart = distance(name.toLowerCase(), other.toLowerCase());
    return { other, apart: lastPart(name) === lastPart(other) ? Math.min(apart, 1) : apart };
  });
  const near = judged.filter(({ apart }) => apart <= Math.max(2, Math.floor(name.length / 3)));
  return near
    .sort((one, two) => one.apart - two.apart)
    .slice(0, 3)
    .map(({ other }) => other);
}
