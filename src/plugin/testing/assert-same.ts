/**
 * Compares values that travelled with what they were, without a test framework: files and bytes by what they hold.
 * @throws Error that shows both where they differ.
 */
export async function assertSame(actual: unknown, expected: unknown, what: string): Promise<void> {
  const [got, wanted] = await Promise.all([shown(actual), shown(expected)]);
  if (got !== wanted) throw new Error(`${what} differs:\n  got      ${got}\n  expected ${wanted}`);
}

/** The value as a text in which every difference can be seen. */
async function shown(value: unknown): Promise<string> {
  if (value instanceof Blob) return fileText(value);
  if (value instanceof Date) return `Date ${value.getTime()}`;
  if (value instanceof Uint8Array) return `bytes [${Array.from(value).join(' ')}]`;
  if (Array.isArray(value)) return `[${(await Promise.all(value.map(shown))).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return objectText(value);
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

async function fileText(file: Blob): Promise<string> {
  const name = file instanceof File ? ` ${JSON.stringify(file.name)}` : '';
  return `file ${file.type}${name} ${await shown(new Uint8Array(await file.arrayBuffer()))}`;
}

/** Members that are undefined are no members. */
async function objectText(object: object): Promise<string> {
  const entries: [string, unknown][] = Object.entries(object);
  const texts = await Promise.all(
    entries
      .filter(([, value]) => value !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(async ([key, value]) => `${JSON.stringify(key)}: ${await shown(value)}`),
  );
  return `{${texts.join(', ')}}`;
}
