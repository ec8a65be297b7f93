import { readFileSync } from 'node:fs';
import { packageFile } from './package-files.js';

/** The version of docwright, from its package.json. */
export function version(): string {
  const text = readFileSync(packageFile('package.json'), 'utf8');
  return String(Object(JSON.parse(text)).version);
}
