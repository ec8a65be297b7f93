import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '../../src/ecosystems/dialect.js';

/** The pages of a folder of docs-input. */
export const samplePages = (service: string): Page[] =>
  readdirSync(`docs-input/${service}`)
    .sort()
    .map((name) => ({ path: name, text: readFileSync(`docs-input/${service}/${name}`, 'utf8') }));
