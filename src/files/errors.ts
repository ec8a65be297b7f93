/** The code of an error of the operating system, such as `ENOENT`; empty for any other. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const words: ReadonlyMap<string, string> = new Map([
  ['ENOSPC', 'no space is left on the disk'],
  ['EDQUOT', 'the quota of the disk is used up'],
  ['EROFS', 'the file system is read-only'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'operation not permitted'],
  ['EBUSY', 'another program has it open'],
  ['EMFILE', 'too many files are open'],
  ['EISDIR', 'it is a folder'],
]);

/** What the operating system refused, without the names of staging files, which say nothing to people. */
export function problemInWords(error: unknown): string {
  const code = codeOf(error);
  const known = words.get(code);
  if (known !== undefined) return `${known} (${code})`;
  return error instanceof Error ? error.message : String(error);
}
