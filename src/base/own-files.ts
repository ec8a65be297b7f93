import { existsSync, readFileSync } from 'node:fs';

/** This module's folders up to the package's root, from the outside in: the sources, `dist/` or `bundle/`, and below. */
function foldersAround(): readonly URL[] {
  const folders = [new URL('./', import.meta.url)];
  for (let [folder] = folders; folder && !existsSync(new URL('package.json', folder)); [folder] = folders)
    folders.unshift(new URL('../', folder));
  return folders;
}

const [root = new URL('./', import.meta.url), code = root] = foldersAround();

/** A file of docwright's own package, by its path from the package's root. */
export const packageFile = (path: string): URL => new URL(path, root);

/** The folder of the code that runs: the sources, what is compiled of them, or what is bundled of that. */
export const codeFolder = code;

/** The version of docwright, from its package.json. */
export function version(): string {
  const text = readFileSync(packageFile('package.json'), 'utf8');
  return String(Object(JSON.parse(text)).version);
}

/**
 * A module of `prebuilt/`, where the build keeps what takes long to make anew, beside the code that runs; undefined where
 * the code has not been bundled.
 */
export async function prebuilt<Module>(name: string): Promise<Module | undefined> {
  const file = new URL(`prebuilt/${name}.js`, codeFolder);
  return existsSync(file) ? await import(file.href) : undefined;
}
