import { join } from 'node:path';
import type { Terminal } from './terminal.js';

/**
 * The user's folder for caches, as each system has it: https://specifications.freedesktop.org/basedir-spec/latest/,
 * `~/Library/Caches` on macOS, `%LOCALAPPDATA%` on Windows. Undefined where the environment names none.
 */
export function userCachesOf({ environment, platform }: Terminal): string | undefined {
  const { XDG_CACHE_HOME: named, LOCALAPPDATA: local, HOME: home } = environment;
  if (named?.startsWith('/')) return named;
  if (platform === 'win32') return local === undefined || local === '' ? undefined : local;
  if (home === undefined || home === '') return undefined;
  return platform === 'darwin' ? join(home, 'Library', 'Caches') : join(home, '.cache');
}
