import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { codeOf } from './errors.js';

/**
 * The text of a file with LF line ends, so that a checkout with other line ends compares as equal; undefined where
 * there is no such file, or none that can be read.
 */
export const readText = (path: string): Promise<string | undefined> =>
  readExisting(path).catch(() => undefined);

/**
 * The same, for who must know whether there is a file.
 * @throws where there is one that cannot be read.
 */
export async function readExisting(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).replaceAll('\r\n', '\n');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return undefined;
    throw error;
  }
}

/**
 * The text of a page with LF line ends: what a page says, and its lines and columns, do not depend on the checkout. A
 * byte order mark is left out.
 * @throws TypeError where the bytes are no UTF-8 and `fatal` is set; otherwise they become U+FFFD.
 */
export function pageText(bytes: Uint8Array, fatal: boolean): string {
  const text = (fatal ? strict : lenient).decode(bytes);
  return text.includes('\r') ? text.replaceAll(/\r\n?/gu, '\n') : text;
}

const strict = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder('utf-8');

/** SHA-256, in hexadecimal. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
