import { writeFile } from 'node:fs/promises';

/** Writes a file that does not exist yet; gives false, and leaves it as it is, where it does. */
export async function createFile(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
