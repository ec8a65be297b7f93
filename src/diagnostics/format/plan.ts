import picocolors from 'picocolors';
import { visible } from '../visible.js';
import type { FileChange } from './reporter.js';

/** A line for each file that does not stay as it is, with the lines that change under it where they are known. */
export function formatPlan(files: readonly FileChange[], color: boolean): string {
  const colors = picocolors.createColors(color);
  const paint = (line: string) =>
    line.startsWith('+') ? colors.green(line) : line.startsWith('-') ? colors.red(line) : colors.dim(line);
  return files
    .filter(({ action }) => action !== 'unchanged')
    .flatMap(({ action, path, diff = [] }) => [
      `${action.padEnd(6)}  ${visible(path)}`,
      ...diff.map((line) => `  ${paint(visible(line))}`),
    ])
    .map((line) => `${line}\n`)
    .join('');
}

/** How many files are created, updated and so on, such as `3 files created, 50 unchanged`. */
export function countFiles(files: readonly FileChange[], done: boolean): string {
  const counts = Object.entries(words).flatMap(([action, [past, future]]) => {
    const many = files.filter((file) => file.action === action).length;
    return many === 0 ? [] : [`${many} ${done ? past : future}`];
  });
  return counts.length === 0
    ? 'no files'
    : counts.join(', ').replace(/^\d+/u, (many) => counted(Number(many), 'file'));
}

/** `1 file`, `2 files`. */
export const counted = (many: number, noun: string): string => `${many} ${noun}${many === 1 ? '' : 's'}`;

/** What happened to a file, and what would. */
const words: { readonly [A in FileChange['action']]: readonly [past: string, future: string] } = {
  create: ['created', 'to create'],
  update: ['updated', 'to update'],
  delete: ['deleted', 'to delete'],
  keep: ['kept', 'kept'],
  refuse: ['refused', 'refused'],
  unchanged: ['unchanged', 'unchanged'],
};
