import { isWithin } from '../base/paths.js';

/** Changes that come closer together than this, in milliseconds, are one burst: an editor's save, a checkout. */
const quiet = 100;

/** Files and folders that are watched; more can be added at any time. */
export interface Watcher {
  add(paths: readonly string[]): void;
  /** The next burst of changes, as absolute paths; undefined once the watcher is closed. */
  next(): Promise<ReadonlySet<string> | undefined>;
}

/**
 * Watches until the signal is aborted. Paths need not exist yet.
 * @param ignored folders whose changes do not count.
 */
export async function watchPaths(
  paths: readonly string[],
  ignored: readonly string[],
  signal: AbortSignal,
): Promise<Watcher> {
  const { watch } = await import('chokidar');
  const isIgnored = (path: string) =>
    /[\\/](?:node_modules|\.git)(?:[\\/]|$)/u.test(path) ||
    isOwn(path) ||
    ignored.some((one) => isWithin(path, one));
  const watcher = watch([...paths], { ignoreInitial: true, ignored: isIgnored });
  const bursts = burstsOf(signal);
  // A folder means nothing until there is a file in it; runs make and remove empty ones.
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, (path) => bursts.push(path));
  signal.addEventListener('abort', () => void watcher.close(), { once: true });
  await new Promise<void>((done) => watcher.once('ready', () => done()));
  return { add: (more) => void watcher.add([...more]), next: bursts.next };
}

/** What runs of docwright stage, sign and lock with, but not its configuration. */
const isOwn = (path: string): boolean =>
  /[\\/]\.docwright(?:\.json|\.lock.*|-[^\\/]*)$|\.docwright$/u.test(path);

/** Gathers paths until none has come for a while. */
function burstsOf(signal: AbortSignal) {
  let paths = new Set<string>();
  let settled = false;
  let wake = () => {};
  let timer: NodeJS.Timeout | undefined;
  const settle = () => {
    settled = true;
    wake();
  };
  signal.addEventListener('abort', settle, { once: true });
  const push = (path: string) => {
    paths.add(path);
    settled = false;
    clearTimeout(timer);
    timer = setTimeout(settle, quiet);
  };
  const next = async (): Promise<ReadonlySet<string> | undefined> => {
    if (!settled && !signal.aborted) await new Promise<void>((done) => (wake = done));
    const burst = paths;
    paths = new Set();
    settled = false;
    return signal.aborted ? undefined : burst;
  };
  return { push, next };
}
