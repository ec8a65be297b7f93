/** Orders texts by their code units: the same in every locale. */
export const compareTexts = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** Orders things by a text of each. */
export const by =
  <Item>(textOf: (item: Item) => string) =>
  (one: Item, other: Item): number =>
    compareTexts(textOf(one), textOf(other));

export const byName = by(({ name }: { readonly name: string }) => name);
export const byPath = by(({ path }: { readonly path: string }) => path);

/** Orders the entries of a map or an object. */
export const byKey = by(([key]: readonly [string, unknown]) => key);
