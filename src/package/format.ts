import { hashOf, type Cache } from '../cache/cache.js';
import type { ProjectService } from '../config/project.js';
import type { EmittedFile } from '../emitters/emitter.js';

/** Formats the files that are not in their final form yet; those that the last run has formatted are taken from there. */
export async function formatFiles(
  files: readonly EmittedFile[],
  { id, pages }: ProjectService,
  cache: Cache,
): Promise<readonly EmittedFile[]> {
  const key = cache.key('formatted', id, pages);
  const last = await cache.get<readonly string[]>(key);
  const known = new Map(last?.value.map((hash, index) => [hash, last.texts[index] ?? '']));
  const made = await Promise.all(files.map((file) => formatOne(file, known)));
  const fresh = made.flatMap(({ hash, content }) => (hash === undefined ? [] : [{ hash, content }]));
  if (fresh.some(({ hash }) => !known.has(hash)))
    cache.put(
      key,
      fresh.map(({ hash }) => hash),
      fresh.map(({ content }) => content),
    );
  return made.map(({ path, content }) => ({ path, content }));
}

interface FormattedFile {
  readonly path: string;
  readonly content: string;
  /** Of the path's ending and the text before it was formatted; absent where nothing formats such files. */
  readonly hash?: string;
}

async function formatOne(
  { path, content, formatted }: EmittedFile,
  known: ReadonlyMap<string, string>,
): Promise<FormattedFile> {
  if (formatted || !/\.(?:ts|md)$/u.test(path)) return { path, content };
  const hash = hashOf(`${path.slice(path.lastIndexOf('.'))}\n${content}`);
  const before = known.get(hash);
  if (before !== undefined) return { path, content: before, hash };
  const { formatFile } = await import('../render/format.js');
  return { path, content: await formatFile(path, content), hash };
}
