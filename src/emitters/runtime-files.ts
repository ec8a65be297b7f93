import { readFileSync } from 'node:fs';
import { packageFile } from '../base/own-files.js';
import type { Ecosystem } from '../ecosystems/ecosystem.js';
import type { RuntimeExport } from '../ecosystems/runtime-export.js';
import type { ImportedName } from '../render/imports.js';
import type { EmittedFile } from './emitter.js';

/**
 * Modules of the runtime that nothing generated imports, by the file that they go with: people import them from the
 * package under the last part of their names.
 */
export const apartModules: Readonly<Record<'client.ts' | 'server.ts', readonly string[]>> = {
  'client.ts': ['client/request', 'client/with-response'],
  'server.ts': ['adapters/express', 'adapters/fastify', 'adapters/hono', 'adapters/node'],
};

/** How a module of the package imports something of the runtime. */
export const imported = ({ module, name }: RuntimeExport, as: string = name, type = false): ImportedName => ({
  from: `./runtime/${module}.js`,
  name: as === name ? name : `${name} as ${as}`,
  type,
});

/** The folder of the core, and those of ecosystems, which packages have below it under their ids. */
interface Root {
  /** Empty, or the id and a slash. */
  readonly prefix: string;
  readonly folder: URL;
}

const core: Root = { prefix: '', folder: packageFile('src/runtime/') };

/** Which folder holds a module, by its path in the package's `runtime/`. */
const rootOf = (module: string, roots: readonly Root[]): Root =>
  roots.find(({ prefix }) => module.startsWith(prefix)) ?? core;

const texts = new Map<string, string>();

function textOf(url: URL): string {
  const known = texts.get(url.href);
  if (known !== undefined) return known;
  const text = readFileSync(url, 'utf8');
  texts.set(url.href, text);
  return text;
}

/**
 * Declarations of imports and exports, and imports at run time, of modules by relative paths, or of the core from
 * plug-ins: found by that, for modules are long and hold few of them.
 */
const runtimeImports =
  /'((?:\.{1,2}|docwright\/runtime)\/[^']+)\.js'(?:;$(?<=^(?:import|export)\b[^;'"]*'[^']+';)|\)(?<=\bimport\('[^']+'\)))/gmu;

/** The modules of `runtime/` that emitted code imports. */
const importedModules = (code: string): readonly string[] =>
  [...code.matchAll(runtimeImports)].flatMap(([, path = '']) =>
    path.startsWith('./runtime/') ? [path.slice('./runtime/'.length)] : [],
  );

/** What modules of plug-ins call the runtime. */
const fromOutside = 'docwright/runtime/';

/** A module of the runtime as packages have it, and the modules that it imports. */
function carry(module: string, roots: readonly Root[]): { text: string; imports: readonly string[] } {
  const { prefix, folder } = rootOf(module, roots);
  const url = new URL(`${module.slice(prefix.length)}.ts`, folder);
  const imports: string[] = [];
  const text = textOf(url).replace(runtimeImports, (statement: string, path: string) => {
    const target = path.startsWith(fromOutside)
      ? path.slice(fromOutside.length)
      : moduleAt(new URL(path, url), roots);
    imports.push(target);
    return statement.replace(path, relativePath(module, target));
  });
  return { text, imports };
}

/** What packages call a module of one of the folders. */
function moduleAt(url: URL, roots: readonly Root[]): string {
  const root = [...roots, core].find(({ folder }) => url.href.startsWith(folder.href));
  if (!root) throw new RangeError(`The runtime has no module ${url.pathname}.`);
  return root.prefix + url.href.slice(root.folder.href.length);
}

/** The path of one module from another: `client/send` is `../client/send` from `http/client`. */
function relativePath(from: string, to: string): string {
  const [here, there] = [from.split('/').slice(0, -1), to.split('/')];
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1;
  const up = here.slice(shared).map(() => '..');
  return [...(up.length > 0 ? up : ['.']), ...there.slice(shared)].join('/');
}

/**
 * The files of the runtime that these files import, directly or through each other, and those that go with them, as files
 * of the package.
 * @param header stands above each of them.
 */
export function runtimeFiles(
  files: readonly EmittedFile[],
  header: string,
  ecosystem: Ecosystem,
): readonly EmittedFile[] {
  const { folder, foreign = {} } = ecosystem.runtime;
  const roots = Object.entries({ [ecosystem.id]: folder, ...foreign }).map(([id, url]) => ({
    prefix: `${id}/`,
    folder: url,
  }));
  const carried = new Map<string, string>();
  const pending = files
    .filter(({ path }) => path.endsWith('.ts'))
    .flatMap(({ content }) => importedModules(content));
  for (const { path } of files) {
    if (path === 'client.ts' || path === 'server.ts') pending.push(...apartModules[path]);
  }
  for (let module = pending.pop(); module !== undefined; module = pending.pop()) {
    if (carried.has(module)) continue;
    const { text, imports } = carry(module, roots);
    carried.set(module, text);
    pending.push(...imports);
  }
  return [...carried]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([module, text]) => ({
      path: `runtime/${module}.ts`,
      content: `${header}\n\n${text}`,
      formatted: true,
    }));
}
