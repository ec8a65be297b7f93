import type { Report } from '../diagnostics/report.js';
import { lockFolder, whenFree } from './lock.js';
import type { OutputFolder } from './plan.js';
import { clearStaging } from './staging.js';

/**
 * Does work on an output folder while no other run is at it. What compares only waits for the other, as it may touch
 * nothing; what writes keeps others waiting, and first removes what killed runs left behind.
 * @returns undefined, and reports, where another run does not come to its end.
 */
export async function whileAlone<T>(
  folder: OutputFolder,
  writes: boolean,
  report: Report,
  work: () => Promise<T>,
): Promise<T | undefined> {
  if (!writes) {
    await whenFree(folder.path);
    return await work();
  }
  const { state, release } = await lockFolder(folder.path);
  try {
    if (state === 'busy') return void report('output-busy', { path: folder.label });
    if (state === 'held') await clearStaging(folder.path);
    return await work();
  } finally {
    await release();
  }
}
