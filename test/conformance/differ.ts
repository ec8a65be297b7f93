/** Where two values differ; list elements and the like share a path. */
export interface Mismatch {
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const isUuid = (value: unknown): boolean => typeof value === 'string' && uuid.test(value);

/** Every difference of two values of JSON, dates and bytes. Two tokens that are made up for each call are equal. */
export function mismatches(expected: unknown, actual: unknown, path = ''): readonly Mismatch[] {
  const [one, other] = [plain(expected), plain(actual)];
  if (Object.is(one, other) || (isUuid(one) && isUuid(other))) return [];
  if (Array.isArray(one) && Array.isArray(other) && one.length === other.length) {
    return one.flatMap((item: unknown, index) => mismatches(item, other[index], `${path}[]`));
  }
  if (isRecord(one) && isRecord(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...keys].flatMap((key) => mismatches(one[key], other[key], path ? `${path}.${key}` : key));
  }
  return [{ path, expected: one, actual: other }];
}

/** Dates and bytes as texts that say what they are; texts that carry methods as texts. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return `date ${Number.isNaN(value.getTime()) ? 'invalid' : value.toISOString()}`;
  if (value instanceof String) return value.valueOf();
  if (value instanceof Uint8Array) return `bytes ${Buffer.from(value).toString('base64')}`;
  return value;
}

const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
