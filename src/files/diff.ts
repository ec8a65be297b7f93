/** The longest diff that is shown of one file, in lines. */
const longest = 24;

/** The lines in which a file changes, a few of them, as a unified diff without its head. */
export async function shortDiff(previous: string, content: string): Promise<readonly string[]> {
  const { structuredPatch } = await import('diff');
  const { hunks } = structuredPatch('', '', previous, content, '', '', { context: 1 });
  const lines = hunks.flatMap(({ oldStart, lines }) => [`@@ line ${oldStart} @@`, ...lines]);
  const left = lines.length - longest;
  return left > 0 ? [...lines.slice(0, longest), `... ${left} more lines`] : lines;
}
