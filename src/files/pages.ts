import { readFileSync, statSync, type Stats } from 'node:fs';
import { posix, resolve } from 'node:path';
import { compareTexts } from '../base/compare.js';
import { rangeAt } from '../diagnostics/position.js';
import type { Report } from '../diagnostics/report.js';
import { plainlyNamed } from './glob-fast-path.js';
import { pageText } from './text.js';

/** A page as it was read. */
export interface PageFile {
  /** As the user gave it, with forward slashes. */
  readonly path: string;
  /** With LF line ends, without a byte order mark. */
  readonly text: string;
}

/** The endings of the files that are taken from a folder. */
export const pageExtensions = ['.md', '.markdown', '.mdx', '.txt'] as const;

/**
 * Reads the pages that folders, files and glob patterns name, relative to `folder`; a pattern that begins with `!`
 * leaves files out. Sorted by path, each once. What cannot be read is reported and left out.
 */
export async function readPages(
  patterns: readonly string[],
  folder: string,
  report: Report,
): Promise<readonly PageFile[]> {
  const paths = await findPages(patterns.map(forwardSlashes), folder, report);
  return paths.map((path) => readPage(path, folder, report)).filter((page) => page !== undefined);
}

/** The files and folders in which the pages of patterns lie, absolute: what to watch. */
export const pageRoots = (patterns: readonly string[], folder: string): readonly string[] =>
  patterns
    .filter((pattern) => !pattern.startsWith('!'))
    .map((pattern) => resolve(folder, staticPart(forwardSlashes(pattern))));

/** The segments of a pattern before the first that has a sign of patterns. */
function staticPart(pattern: string): string {
  const segments = pattern.split('/');
  const dynamic = segments.findIndex((segment) => /[*?[\]{}()!]/u.test(segment));
  return dynamic < 0 ? pattern : segments.slice(0, dynamic).join('/') || '.';
}

const forwardSlashes = (path: string): string => path.replaceAll('\\', '/');

async function findPages(
  patterns: readonly string[],
  folder: string,
  report: Report,
): Promise<readonly string[]> {
  const ignore = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  const found: string[] = [];
  for (const pattern of patterns.filter((one) => !one.startsWith('!'))) {
    const paths = await expand(pattern, folder, ignore);
    if (paths === undefined) report('input-missing', { path: pattern });
    else if (paths.length === 0) report('input-no-pages', { path: pattern, extensions: pageExtensions });
    found.push(...(paths ?? []).map((path) => posix.normalize(path)));
  }
  return [...new Set(found)].sort(compareTexts);
}

/** The files that one path or pattern stands for; undefined where it is a plain path to nothing. */
async function expand(
  pattern: string,
  folder: string,
  ignore: readonly string[],
): Promise<readonly string[] | undefined> {
  const entry = entryAt(resolve(folder, pattern));
  const plain = entry && plainlyNamed(pattern, entry, folder, ignore);
  if (plain) return entry.isDirectory() ? plain.filter(isPage) : plain;
  const { globby, convertPathToPattern, isDynamicPattern } = await import('globby');
  if (!entry && !isDynamicPattern(pattern)) return undefined;
  const endings = pageExtensions.map((extension) => extension.slice(1)).join(',');
  const literal = () => convertPathToPattern(pattern.replace(/(?<=.)\/+$/u, ''));
  const glob = !entry ? pattern : entry.isDirectory() ? `${literal()}/**/*.{${endings}}` : literal();
  return await globby(glob, {
    cwd: folder,
    ignore: ['**/node_modules/**', ...ignore],
    expandDirectories: false,
  });
}

function entryAt(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

const isPage = (path: string): boolean => pageExtensions.some((extension) => path.endsWith(extension));

/** One after the other: to read a small file takes a tenth of what a promise for it does. */
function readPage(path: string, folder: string, report: Report): PageFile | undefined {
  const bytes = bytesOf(resolve(folder, path));
  if (typeof bytes === 'string') return void report('input-unreadable', { path, problem: bytes });
  const text = pageText(bytes, false);
  const broken = firstBroken(bytes, text);
  if (broken === undefined) return { path, text };
  return void report('input-not-utf8', { path }, rangeAt(path, text, broken, 1));
}

/** Where bytes that are no UTF-8 were replaced in the decoded text. */
function firstBroken(bytes: Uint8Array, text: string): number | undefined {
  if (!text.includes('\u{fffd}')) return undefined;
  try {
    pageText(bytes, true);
    return undefined;
  } catch {
    return Math.max(0, text.indexOf('\u{fffd}'));
  }
}

/** The bytes of a file, or in words why it cannot be read. */
function bytesOf(path: string): Uint8Array | string {
  try {
    return readFileSync(path);
  } catch (error) {
    return inWords(error);
  }
}

const inWords = (error: unknown): string => (error instanceof Error ? error.message : String(error));
