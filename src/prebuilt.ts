import { existsSync } from 'node:fs';
import { codeFolder } from './package-files.js';

/**
 * A module of `prebuilt/`, where the build keeps what takes long to make anew, beside the code that runs; undefined where
 * the code has not been bundled.
 */
export async function prebuilt<Module>(name: string): Promise<Module | undefined> {
  const file = new URL(`prebuilt/${name}.js`, codeFolder);
  return existsSync(file) ? await import(file.href) : undefined;
}
