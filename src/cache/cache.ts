import type { CacheFolder } from '../files/cache.js';
import { hashOf } from '../files/text.js';
import { codeFingerprint } from './fingerprint.js';

/** What is kept: a value as JSON, and long texts beside it, which need no quoting. */
export interface Kept<T> {
  readonly value: T;
  readonly texts: readonly string[];
}

/** Results of earlier runs by what they were made from. */
export interface Cache {
  /** The name of what is made of these parts, whatever machine they are on. */
  key(kind: string, ...parts: readonly unknown[]): string;
  /** SHA-256 of a text, for keys and entries; empty where nothing is kept. */
  hash(text: string): string;
  get<T>(key: string): Promise<Kept<T> | undefined>;
  /** The texts of an entry, one behind the other, unchecked: only good for comparing them with others. */
  peek(key: string): Promise<Uint8Array | undefined>;
  /** Keeps a result; it is on the disk once `close` is done. */
  put(key: string, value: unknown, texts?: readonly string[]): void;
  /** Waits for what is still being written, and keeps the folder within its bounds. */
  close(): Promise<void>;
}

/** A cache that holds nothing. */
export const noCache: Cache = {
  key: () => '',
  hash: () => '',
  get: async () => undefined,
  peek: async () => undefined,
  put: () => undefined,
  close: async () => undefined,
};

/** Every key holds the hash of docwright's own code, so that an entry is only ever read by the code that wrote it. */
export function openCache(folder: CacheFolder): Cache {
  let writing = Promise.resolve();
  return {
    key: (kind, ...made) => `${kind}-${hashOf(JSON.stringify([codeFingerprint(folder), kind, ...made]))}`,
    hash: hashOf,
    get: async <T>(key: string) => {
      const text = await folder.read(key);
      return text === undefined ? undefined : decode<T>(text);
    },
    peek: async (key) => {
      const bytes = await folder.peek(key);
      return bytes?.subarray(bytes.indexOf(0x0a) + 1);
    },
    put: (key, value, texts = []) => {
      // Half of a surrogate pair has no UTF-8: such a text would come back as another.
      if (texts.some(hasHalfPair)) return;
      // One after the other, so that no more than one is in memory as it is written.
      writing = writing.then(() => folder.write(key, headOf(value, texts), ...texts));
    },
    close: async () => {
      await writing;
      await folder.prune();
    },
  };
}

// The first expression fails at once for texts of the Latin alphabet.
const hasHalfPair = (text: string): boolean => /[\ud800-\udfff]/.test(text) && /\p{Surrogate}/u.test(text);

const headOf = (value: unknown, texts: readonly string[]): string =>
  `${JSON.stringify({ value, lengths: texts.map(({ length }) => length) })}\n`;

/** The checksum has been compared: what is here is what was written. */
function decode<T>(text: string): Kept<T> {
  const end = text.indexOf('\n');
  const { value, lengths }: { value: T; lengths: readonly number[] } = JSON.parse(text.slice(0, end));
  let at = end + 1;
  const texts = lengths.map((length) => text.slice(at, (at += length)));
  return { value, texts };
}
