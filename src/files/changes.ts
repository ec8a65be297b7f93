import type { FileChange } from '../diagnostics/format/reporter.js';
import { shortDiff } from './diff.js';
import { labelOf, type Plan } from './plan.js';
import { bytesOf, textOf } from './text.js';

/** A plan as it is told to people and programs; with a short diff of the files that change where it was only compared. */
export async function fileChanges(
  { folder, changes }: Plan,
  mode: 'write' | 'check' | 'plan',
): Promise<readonly FileChange[]> {
  return await Promise.all(
    changes.map(async (change): Promise<FileChange> => {
      const { action, previous, content } = change;
      const path = labelOf(folder, change.path);
      if (
        mode === 'write' ||
        previous === undefined ||
        content === undefined ||
        previous.equals(bytesOf(content))
      ) {
        return { path, action };
      }
      return { path, action, diff: await shortDiff(textOf(previous), textOf(content)) };
    }),
  );
}
