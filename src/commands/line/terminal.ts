import { join } from 'node:path';
import type { ExitCode } from '../../diagnostics/exit.js';

/** Where text goes. */
export interface Stream {
  readonly isTerminal: boolean;
  write(text: string): void;
}

/** All that a command sees of the process that it runs in. */
export interface Terminal {
  /** The working folder, absolute. */
  readonly folder: string;
  /** As Node names it, such as `linux`. */
  readonly platform: string;
  readonly environment: { readonly [name: string]: string | undefined };
  /** Data: what a command is asked for. */
  readonly out: Stream;
  /** Everything for people. */
  readonly err: Stream;
  /** Aborted once somebody asks the process to end; from the first call on, the process does not end by itself. */
  interrupted(): AbortSignal;
  exitWith(code: ExitCode): void;
}

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
