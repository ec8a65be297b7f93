/**
 * Whether two values hold the same JSON: whatever the order of keys, and a key without a value is none. Most of two
 * models is the same, and finding that out takes a fraction of what comparing it fact by fact does.
 */
export function isDeepEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isHolder(one) || !isHolder(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  let keys = 0;
  for (const key in one) {
    const value = one[key];
    if (value === undefined) continue;
    if (!isDeepEqual(value, other[key])) return false;
    keys += 1;
  }
  for (const key in other) if (other[key] !== undefined) keys -= 1;
  return keys === 0;
}

const isHolder = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
