import { checksumOf, type CacheFolder } from '../files/cache.js';
import { bytesOf, textOf, type Content } from '../files/text.js';
import { codeFingerprint } from './fingerprint.js';

/** What is kept: a value as JSON, and long texts beside it as UTF-8, which need no quoting. */
export interface Kept<T> {
  readonly value: T;
  readonly texts: readonly Buffer[];
}

/** Results of earlier runs by what they were made from. */
export interface Cache {
  /** The name of what is made of these parts, whatever machine they are on. */
  key(kind: string, ...parts: readonly unknown[]): string;
  /** The name of a text, for keys and entries; empty where nothing is kept. */
  hash(text: Content): string;
  get<T>(key: string): Kept<T> | undefined;
  /** Keeps a result, and texts that are made where there is a cache; it is on the disk once `close` is done. */
  put(key: string, value: unknown, texts?: () => readonly Content[]): void;
  /** Texts one behind the other that nobody has checked: only good for who knows what they should be. */
  peek(key: string): Buffer | undefined;
  /** Keeps texts to be peeked at. */
  store(key: string, texts: readonly Content[]): void;
  /** Waits for what is still being written, and keeps the folder within its bounds. */
  close(): Promise<void>;
}

/** A cache that holds nothing. */
export const noCache: Cache = {
  key: () => '',
  hash: () => '',
  get: () => undefined,
  put: () => undefined,
  peek: () => undefined,
  store: () => undefined,
  close: async () => undefined,
};

/** Every key holds the hash of docwright's own code, so that an entry is only ever read by the code that wrote it. */
export function openCache(folder: CacheFolder): Cache {
  // One after the other, so that no more than one is in memory as it is written.
  let writing = Promise.resolve();
  const later = (write: () => Promise<void>): void => void (writing = writing.then(write));
  return {
    key: (kind, ...made) =>
      `${kind}-${checksumOf([JSON.stringify([codeFingerprint(folder), kind, ...made])])}`,
    hash: (text) => checksumOf([text]),
    get: <T>(key: string) => {
      const bytes = folder.read(key);
      return bytes && decode<T>(bytes);
    },
    put: (key, value, texts = () => []) =>
      later(() => folder.write(key, ...encode(value, texts().map(bytesOf)))),
    peek: (key) => folder.peek(key),
    store: (key, texts) => later(() => folder.writeUnchecked(key, texts)),
    close: async () => {
      await writing;
      await folder.prune();
    },
  };
}

const encode = (value: unknown, texts: readonly Buffer[]): readonly Content[] => [
  `${JSON.stringify({ value, lengths: texts.map(({ length }) => length) })}\n`,
  ...texts,
];

/** The checksum has been compared: what is here is what was written. */
function decode<T>(bytes: Buffer): Kept<T> {
  const end = bytes.indexOf('\n');
  const { value, lengths }: { value: T; lengths: readonly number[] } = JSON.parse(
    textOf(bytes.subarray(0, end)),
  );
  let at = end + 1;
  const texts = lengths.map((length) => bytes.subarray(at, (at += length)));
  return { value, texts };
}
