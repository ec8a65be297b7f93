import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { codeOf } from './errors.js';

/** A text, or its UTF-8 where that is at hand: what is only compared, hashed and written need not be decoded. */
export type Content = string | Buffer;

export const bytesOf = (content: Content): Buffer =>
  typeof content === 'string' ? Buffer.from(content) : content;

/** The text itself. Bytes that are ASCII are copied as they are, which takes a tenth of the time. */
export const textOf = (content: Content): string =>
  typeof content === 'string' ? content : content.toString(isAscii(content) ? 'latin1' : 'utf8');

/**
 * The text of a file with LF line ends, so that a checkout with other line ends compares as equal; undefined where
 * there is no such file, or none that can be read.
 */
export function readText(path: string): string | undefined {
  try {
    const bytes = readExisting(path);
    return bytes && textOf(bytes);
  } catch {
    return undefined;
  }
}

/**
 * The same as UTF-8, for who must know whether there is a file. At once, as a promise takes longer than most files do.
 * @throws where there is one that cannot be read.
 */
export function readExisting(path: string): Buffer | undefined {
  try {
    const bytes = readFileSync(path);
    return bytes.includes('\r\n') ? withLineFeeds(bytes) : bytes;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return undefined;
    throw error;
  }
}

/** In Latin-1 each byte is a character, so that all others stay what they are. */
const withLineFeeds = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');

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
export const hashOf = (content: Content): string => createHash('sha256').update(content).digest('hex');
