/** How many letters have to be added, left out or exchanged to make one word of another (Levenshtein). */
export function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (let index = 0; index < other.length; index++) {
      const exchanged = (row[index] ?? 0) + Number(letter !== other[index]);
      next.push(Math.min(exchanged, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

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
