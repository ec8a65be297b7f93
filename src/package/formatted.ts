import type { Cache } from '../cache/cache.js';
import type { ProjectService } from '../config/project.js';
import { hashOf } from '../files/text.js';
import { slicesOf, type KeptText } from './kept-texts.js';
import type { PrintedFile } from './printed.js';

/** A text in its final form. */
export interface Formatted {
  readonly content: Buffer;
  /** SHA-256 of it. */
  readonly hash: string;
}

/** What the last run of a service has formatted: its texts are those of its package, which the cache has anyway. */
interface KeptFormatted {
  /** The entry that holds them. */
  readonly texts: string;
  readonly files: readonly KeptText[];
  /** By the place of the file: the name of its text before it was formatted, or null where nothing formats it. */
  readonly printed: readonly (string | null)[];
}

const keyOf = ({ id, pages }: ProjectService, cache: Cache): string => cache.key('formatted', id, pages);

/** The texts that the last run has formatted, by their names before; each is looked at before it is given. */
export function lastFormatted(
  configured: ProjectService,
  cache: Cache,
): (printed: string) => Formatted | undefined {
  const last = cache.get<KeptFormatted>(keyOf(configured, cache))?.value;
  const places = new Map(last?.printed.map((printed, index) => [printed, index]));
  let slices: readonly Buffer[] | undefined;
  return (printed) => {
    const place = places.get(printed);
    if (!last || place === undefined) return undefined;
    slices ??= slicesOf(cache.peek(last.texts) ?? Buffer.of(), last.files);
    const [content, hash] = [slices[place], last.files[place]?.hash];
    return content && hash !== undefined && hashOf(content) === hash ? { content, hash } : undefined;
  };
}

/** Keeps what this run has formatted, for the next one. */
export function keepFormatted(
  configured: ProjectService,
  files: readonly PrintedFile[],
  kept: Pick<KeptFormatted, 'texts' | 'files'>,
  cache: Cache,
): void {
  const printed = files.map((file) => file.printed ?? null);
  cache.put(keyOf(configured, cache), { ...kept, printed } satisfies KeptFormatted);
}
