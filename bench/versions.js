import { readFileSync } from 'node:fs';

/** The installed versions of packages, by name. */
export const versionsOf = (...names) => Object.fromEntries(names.map((name) => [name, versionOf(name)]));

function versionOf(name) {
  const manifest = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(manifest, 'utf8')).version;
}
