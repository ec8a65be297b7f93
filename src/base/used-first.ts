/** The items and all that they use, each after those that it uses itself, save where they use each other. */
export function usedFirst<Item>(
  items: Iterable<Item>,
  usesOf: (item: Item) => Iterable<Item>,
): readonly Item[] {
  const ordered = new Set<Item>();
  const begun = new Set<Item>();
  const visit = (item: Item): void => {
    if (begun.has(item)) return;
    begun.add(item);
    for (const used of usesOf(item)) visit(used);
    ordered.add(item);
  };
  for (const item of items) visit(item);
  return [...ordered];
}
