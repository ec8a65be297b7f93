import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ServiceRow } from './services.js';

const folder = new URL('./changes/', import.meta.url);

const heading = ({ module, published }: ServiceRow): string =>
  `# + is in the model inside ${module} only, - on the pages (${published}) only, ~ in both, but not the same.\n`;

/**
 * What changed between a service's pages and its official client, by name, as it was recorded; `UPDATE=1` records it. The
 * evidence of a line is the model that the official client carries.
 */
export function recordedChanges(row: ServiceRow, found: readonly string[]): readonly string[] {
  const file = new URL(`${row.id}.txt`, folder);
  if (process.env['UPDATE'] === '1') {
    mkdirSync(fileURLToPath(folder), { recursive: true });
    writeFileSync(file, heading(row) + found.map((line) => `${line}\n`).join(''));
  }
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}
