import { readFileSync } from 'node:fs';

/** The version of docwright, from its package.json. */
export function version(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return String(Object(JSON.parse(text)).version);
}
