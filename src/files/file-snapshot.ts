import { hashOf, readExisting } from './text.js';

/** A file as it is. */
export interface FileThere {
  /** With LF line ends. */
  readonly bytes: Buffer;
  /** SHA-256 of them. */
  readonly hash: () => string;
}

/** A look at the file of an absolute path; undefined where there is none. */
export type Look = (path: string) => FileThere | 'unreadable' | undefined;

/** Looks at files: each is read and hashed once, however many ask for it. */
export function openSnapshot(): Look {
  const seen = new Map<string, ReturnType<Look>>();
  return (path) => {
    if (!seen.has(path)) seen.set(path, lookAt(path));
    return seen.get(path);
  };
}

function lookAt(path: string): ReturnType<Look> {
  try {
    const bytes = readExisting(path);
    let hash: string | undefined;
    return bytes && { bytes, hash: () => (hash ??= hashOf(bytes)) };
  } catch {
    return 'unreadable';
  }
}
