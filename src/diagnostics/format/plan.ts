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

/** How many files are to be created, updated and so on, such as `3 created, 50 unchanged`. */
export function countFiles(files: readonly FileChange[]): string {
  const counts = Object.entries(participles).map(([action, word]) => {
    const many = files.filter((file) => file.action === action).length;
    return many === 0 ? [] : [`${many} ${word}`];
  });
  return counts.flat().join(', ') || 'no files';
}

const participles: { readonly [A in FileChange['action']]: string } = {
  create: 'created',
  update: 'updated',
  delete: 'deleted',
  keep: 'kept',
  refuse: 'refused',
  unchanged: 'unchanged',
};
