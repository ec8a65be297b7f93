import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';

/** A source file and what it imports. */
export interface SourceModule {
  /** Relative to src/, such as `link/link.ts`. */
  readonly path: string;
  readonly text: string;
  /** Files of src, relative to it; types and dynamic imports count as well. */
  readonly files: readonly string[];
  /** Names of packages and of Node's own modules. */
  readonly packages: readonly string[];
}

/** Every module of src, by TypeScript's own reading of imports. */
export function sourceModules(): readonly SourceModule[] {
  const paths = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  return paths.filter((path) => path.endsWith('.ts')).map(readModule);
}

export function readModule(path: string): SourceModule {
  const text = readFileSync(posix.join('src', path), 'utf8');
  const specifiers = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const [files, packages] = [specifiers.filter(isRelative), specifiers.filter((name) => !isRelative(name))];
  return {
    path,
    text,
    files: files.map((name) => resolveFrom(path, name)),
    packages: packages.map(packageOf),
  };
}

const isRelative = (name: string): boolean => name.startsWith('.');

const resolveFrom = (path: string, name: string): string =>
  posix.join(posix.dirname(path), name).replace(/\.js$/u, '.ts');

/** `prettier/plugins/estree` belongs to `prettier`, `@smithy/types/x` to `@smithy/types`. */
const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

/** The room of a file: its first folder, or the file itself where it stands in src/. */
export const roomOf = (path: string): string => path.split('/')[0] ?? path;
