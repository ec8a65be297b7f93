import { spawn } from 'node:child_process';
import { startOf } from '../diagnostics/position.js';
import type { Report } from '../diagnostics/report.js';
import { pageExtensions, type PageFile } from './pages.js';
import { pageText } from './text.js';

/** What a commit holds at a path: a file, or a folder of pages. */
export type GitContent =
  | { readonly kind: 'file'; readonly text: string }
  | { readonly kind: 'folder'; readonly pages: readonly PageFile[] };

/** `ref:path` in its two parts; undefined where the text has no colon. */
export function splitGitPath(name: string): { readonly ref: string; readonly path: string } | undefined {
  const at = name.indexOf(':');
  return at <= 0 ? undefined : { ref: name.slice(0, at), path: name.slice(at + 1) };
}

/**
 * The top folder of the repository that a folder is in, absolute.
 * @throws an Error with what git says, where there is none.
 */
export const repositoryOf = async (folder: string): Promise<string> =>
  (await git(folder, ['rev-parse', '--show-toplevel'])).trim();

/**
 * Reads a file or the pages of a folder as a commit has them. As in git, a path counts from the top of the repository,
 * one that begins with `./` from `folder`. Paths of pages begin with `ref:`; what is not UTF-8 is reported and left out.
 * @throws an Error with what git says, where git is not there or knows no such commit or path.
 */
export async function readFromGit(
  ref: string,
  path: string,
  folder: string,
  report: Report,
): Promise<GitContent> {
  const commit = (
    await git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])
  ).trim();
  const top = await repositoryOf(folder);
  const from = /^\.{1,2}(?:\/|$)/u.test(path)
    ? (await git(folder, ['rev-parse', '--show-prefix'])).trim()
    : '';
  const place = normalize(`${from}${path}`);
  const kind = place === '' ? 'tree' : (await git(top, ['cat-file', '-t', `${commit}:${place}`])).trim();
  if (kind === 'blob')
    return { kind: 'file', text: await git(top, ['cat-file', 'blob', `${commit}:${place}`]) };
  const listed = await git(top, [
    'ls-tree',
    '-r',
    '-z',
    '--name-only',
    commit,
    ...(place === '' ? [] : [`${place}/`]),
  ]);
  const names = listed.split('\0').filter((name) => pageExtensions.some((ending) => name.endsWith(ending)));
  const blobs = await readBlobs(
    top,
    names.map((name) => `${commit}:${name}`),
  );
  const pages = names.flatMap((name, at) => pageOf(`${ref}:${name}`, blobs[at], report) ?? []);
  return { kind: 'folder', pages };
}

function pageOf(path: string, bytes: Buffer | undefined, report: Report): PageFile | undefined {
  try {
    return { path, text: pageText(bytes ?? new Uint8Array(), true) };
  } catch {
    return void report('input-not-utf8', { path }, startOf(path));
  }
}

/** Segments without `.`, and without those that `..` takes back. */
function normalize(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(segment);
  }
  return kept.join('/');
}

/** Many files in one run of git. A name with a line break cannot be asked for this way and comes as an empty text. */
async function readBlobs(folder: string, names: readonly string[]): Promise<readonly Buffer[]> {
  if (names.length === 0) return [];
  const asked = names.map((name) => (name.includes('\n') ? '' : name)).join('\n');
  const bytes = await gitBytes(folder, ['cat-file', '--batch'], `${asked}\n`);
  const blobs: Buffer[] = [];
  for (let at = 0; blobs.length < names.length; ) {
    const end = bytes.indexOf(0x0a, at);
    const [, size = ''] = / blob (\d+)$/u.exec(bytes.toString('utf8', at, end)) ?? [];
    blobs.push(bytes.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + (size === '' ? 0 : Number(size) + 1);
  }
  return blobs;
}

const git = async (folder: string, args: readonly string[]): Promise<string> =>
  (await gitBytes(folder, args, '')).toString('utf8');

function gitBytes(folder: string, args: readonly string[], input: string): Promise<Buffer> {
  return new Promise((done, fail) => {
    const child = spawn('git', [...args], { cwd: folder, stdio: 'pipe' });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (data: Buffer) => out.push(data));
    child.stderr.on('data', (data: Buffer) => err.push(data));
    child.on('error', fail);
    child.on('close', (code) => {
      const said = Buffer.concat(err).toString('utf8').trim();
      if (code === 0) done(Buffer.concat(out));
      else fail(new Error(said === '' ? 'there is no such commit' : said));
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
