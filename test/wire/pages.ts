import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '../../src/ecosystems/dialect.js';
import { pageExtensions } from '../../src/files/pages.js';

/** The pages of a folder of docs-input. */
export const samplePages = (service: string): Page[] =>
  readdirSync(`docs-input/${service}`)
    .sort()
    .map((name) => ({ path: name, text: readFileSync(`docs-input/${service}/${name}`, 'utf8') }));

/** The pages in a folder and in the folders within it. */
export const pagesBelow = (folder: string): Page[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => pageExtensions.some((ending) => path.endsWith(ending)))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
