import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/**
 * The text of a file with LF line ends, so that a checkout with other line ends compares as equal; undefined where
 * there is no such file.
 */
export async function readText(path: string): Promise<string | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text?.replaceAll('\r\n', '\n');
}

/** SHA-256, in hexadecimal. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
