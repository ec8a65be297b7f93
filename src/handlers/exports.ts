import { posix } from 'node:path';
import type { EmittedFile } from '../emitters/emitter.js';

/** The names that a module of a generated package exports; undefined where the package has no such module. */
export function exportedNames(
  files: ReadonlyMap<string, string>,
  module: string,
  visited: ReadonlySet<string> = new Set(),
): ReadonlySet<string> | undefined {
  const text = files.get(module);
  if (text === undefined || visited.has(module)) return undefined;
  const names = new Set([...text.matchAll(declared)].map(([, name = '']) => name));
  for (const [, list = ''] of text.matchAll(listed)) {
    for (const one of list.split(',')) names.add(one.trim().split(/\s+/u).at(-1) ?? '');
  }
  for (const [, from = ''] of text.matchAll(starred)) {
    const inner = exportedNames(files, targetOf(module, from), new Set([...visited, module]));
    for (const name of inner ?? []) names.add(name);
  }
  return names;
}

const declared =
  /^export (?:declare )?(?:async )?(?:abstract )?(?:const|function\*?|class|interface|type|enum) (\w+)/gmu;
const listed = /^export (?:type )?\{([^}]*)\}/gmu;
const starred = /^export \* from ['"]([^'"]+)['"]/gmu;

/** The file that a module of the package imports, relative to the package. */
const targetOf = (module: string, specifier: string): string =>
  posix.join(posix.dirname(module), specifier).replace(/\.js$/u, '.ts');

/** The files of a package by path. */
export const filesByPath = (files: readonly EmittedFile[]): ReadonlyMap<string, string> =>
  new Map(files.map(({ path, content }) => [path, content]));
