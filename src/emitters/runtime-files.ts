import { readFileSync } from 'node:fs';
import { packageFile } from '../package-files.js';
import type { EmittedFile } from './emitter.js';
import { adapters } from './server/adapters.js';

const folder = packageFile('src/runtime/');
const texts = new Map<string, string>();

function runtimeText(file: string): string {
  const known = texts.get(file);
  if (known !== undefined) return known;
  const text = readFileSync(new URL(file, folder), 'utf8');
  texts.set(file, text);
  return text;
}

/**
 * Declarations of imports and exports, and imports at run time, of modules under a path: found by that, for modules are
 * long and hold few of them.
 */
const importsFrom = (folder: string): RegExp =>
  new RegExp(
    `'${folder}([^']+)\\.js'(?:;$(?<=^(?:import|export)\\b[^;'"]*'[^']+';)|\\)(?<=\\bimport\\('[^']+'\\)))`,
    'gmu',
  );

const fromPackage = importsFrom('\\./runtime/');
const fromRuntime = importsFrom('\\./');

/** The names of the runtime's files that a module imports. */
const importedFiles = (code: string, imports: RegExp): readonly string[] =>
  [...code.matchAll(imports)].map(([, name = '']) => `${name}.ts`);

/**
 * The files of `src/runtime` that these files import, directly or through each other, and the adapters where there is a
 * server, as files of the package.
 * @param header stands above each of them.
 */
export function runtimeFiles(files: readonly EmittedFile[], header: string): readonly EmittedFile[] {
  const needed = new Set<string>();
  const pending = files
    .filter(({ path }) => path.endsWith('.ts'))
    .flatMap(({ content }) => importedFiles(content, fromPackage));
  if (files.some(({ path }) => path === 'server.ts')) {
    pending.push(...adapters.map((module) => `${module}.ts`));
  }
  for (let file = pending.pop(); file; file = pending.pop()) {
    if (needed.has(file)) continue;
    needed.add(file);
    pending.push(...importedFiles(runtimeText(file), fromRuntime));
  }
  return [...needed].sort().map((file) => ({
    path: `runtime/${file}`,
    content: `${header}\n\n${runtimeText(file)}`,
    formatted: true,
  }));
}
