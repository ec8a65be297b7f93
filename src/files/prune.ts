import { rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Removes the folder of a file and those above it, up to `folder`, as far as they are empty. */
export async function pruneFolders(folder: string, file: string): Promise<void> {
  for (let parent = dirname(file); parent.length > folder.length; parent = dirname(parent)) {
    const removed = await rmdir(parent).then(
      () => true,
      () => false,
    );
    if (!removed) return;
  }
}
