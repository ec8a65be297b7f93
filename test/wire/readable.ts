/** A value whose files are what they hold, for a comparison sees nothing of a `Blob`. */
export async function readable(value: unknown): Promise<unknown> {
  if (value instanceof Blob) return { file: new Uint8Array(await value.arrayBuffer()) };
  if (Array.isArray(value)) return await Promise.all(value.map(readable));
  if (typeof value !== 'object' || value === null || isScalar(value)) return value;
  const entries = Object.entries(value).map(async ([key, item]) => [key, await readable(item)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

const isScalar = (value: object): boolean => value instanceof Date || value instanceof Uint8Array;
