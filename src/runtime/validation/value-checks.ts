/** The own members of an object, by name. */
export type Members = { readonly [name: string]: unknown };

export const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** A valid date, also of another realm. */
export function isDate(value: unknown): value is Date {
  if (typeof value !== 'object' || value === null) return false;
  try {
    return !Number.isNaN(Date.prototype.getTime.call(value));
  } catch {
    return false;
  }
}

/** A `Uint8Array` (a `Buffer` is one), also of another realm. */
export const isBytes = (value: unknown): value is Uint8Array =>
  ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]';

/** A `Blob` (a `File` is one), also of another realm. */
export const isFile = (value: unknown): value is Blob =>
  typeof value === 'object' &&
  value !== null &&
  /^\[object (?:Blob|File)\]$/.test(Object.prototype.toString.call(value));

export const isInteger = (value: unknown): value is number =>
  typeof value === 'number' && (value | 0) === value;

/** A whole number that a 64-bit float holds exactly. */
export const isLong = (value: unknown): value is number => Number.isSafeInteger(value);

/** Without the flag `u`, so that it sees the halves. In a string of Latin letters alone the engine need not look. */
const surrogatePair = /[\ud800-\udbff][\udc00-\udfff]/;

/** The number of Unicode code points; a surrogate without its other half counts as one. */
export function codePoints(text: string): number {
  let count = text.length;
  for (let at = text.search(surrogatePair); at >= 0 && at < text.length - 1; at++) {
    if ((text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) {
      count--;
      at++;
    }
  }
  return count;
}

/** Code points of a string, bytes of a blob or a file. */
export function measure(value: string | Uint8Array | Blob): number {
  if (typeof value === 'string') return codePoints(value);
  return 'byteLength' in value ? value.byteLength : value.size;
}

/** Operators on bits take 32 of them; a safe integer has 53. */
const half = 2 ** 26;

/** A number that has no other bits than the mask. */
export const isSumOf = (value: number, mask: number): boolean =>
  value >= 0 &&
  ((value % half) & ~(mask % half)) === 0 &&
  (Math.floor(value / half) & ~Math.floor(mask / half)) === 0;

/** True for what JSON can say: null, booleans, finite numbers, strings, and lists and plain objects of these. */
export function isDocument(value: unknown, maxDepth: number): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || maxDepth <= 0) return false;
  if (isList(value)) return value.every((element) => isDocument(element, maxDepth - 1));
  return (
    isPlain(value) &&
    Object.values(value).every((item: unknown) => item === undefined || isDocument(item, maxDepth - 1))
  );
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
