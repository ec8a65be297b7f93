import { readFileSync } from 'node:fs';
import { packageFile } from '../../base/own-files.js';
import { printJson } from '../../render/json.js';
import type { Service } from '../../model/model.js';
import type { EmitOptions, EmittedFile } from '../emitter.js';
import { apartModules } from '../runtime-files.js';
import { contentsOf, dataFilesOf, modulesApart, modulesOf } from './parts.js';

/** Of the generated package's dependencies, the versions that docwright itself is tested with. */
interface ToolManifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const toolManifest = (): ToolManifest => JSON.parse(readFileSync(packageFile('package.json'), 'utf8'));

const versionOf = (name: string, { dependencies, devDependencies }: ToolManifest): string =>
  `^${dependencies?.[name] ?? devDependencies?.[name] ?? '0.0.0'}`;

const exportOf = (module: string): object => ({
  types: `./dist/${module}.d.ts`,
  default: `./dist/${module}.js`,
});

/** Under the last parts of their names. */
const exportsApart = (modules: readonly string[]): object =>
  Object.fromEntries(
    modules.map((module) => [`.${module.slice(module.lastIndexOf('/'))}`, exportOf(`runtime/${module}`)]),
  );

function dependenciesOf(names: readonly string[], tool: ToolManifest): object {
  const dependencies = Object.fromEntries(names.map((name) => [name, versionOf(name, tool)]));
  return names.length > 0 ? { dependencies } : {};
}

/** Every path that people may import. */
const exportsOf = (emitters: readonly string[]): object => ({
  ...(modulesOf(emitters).length > 0 && { '.': exportOf('index') }),
  ...Object.fromEntries(modulesOf(emitters).map((module) => [`./${module}`, exportOf(module)])),
  ...(emitters.includes('client') && exportsApart(apartModules['client.ts'])),
  ...(emitters.includes('server') && exportsApart(apartModules['server.ts'])),
  ...Object.fromEntries(modulesApart(emitters).map((module) => [`./${module}`, exportOf(module)])),
  ...Object.fromEntries(dataFilesOf(emitters).map((file) => [`./${file}`, `./${file}`])),
  './package.json': './package.json',
});

/** What makes JavaScript of the code, and what it needs; nothing where there is none. */
function buildOf({ emitters = [], packages }: EmitOptions): object {
  if (modulesOf(emitters).length === 0) return {};
  const tool = toolManifest();
  return {
    scripts: { build: 'tsc -p .', prepare: 'npm run build' },
    ...dependenciesOf(packages?.() ?? [], tool),
    devDependencies: { typescript: versionOf('typescript', tool) },
  };
}

function descriptionOf(service: Service, emitters: readonly string[]): string {
  const isSdk = emitters.includes('client') || emitters.includes('server');
  const title = service.title.value;
  return `${isSdk ? 'TypeScript SDK' : contentsOf(emitters)} of ${title}, generated from its reference pages.`;
}

/** `package.json` and `tsconfig.json`: the package is TypeScript as it stands, and can be built and published. */
export function manifestFiles(service: Service, options: EmitOptions): readonly EmittedFile[] {
  const emitters = options.emitters ?? [];
  const hasCode = modulesOf(emitters).length > 0;
  const manifest = {
    name: options.packageName,
    version: options.packageVersion,
    description: descriptionOf(service, emitters),
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20.19' },
    exports: exportsOf(emitters),
    files: [...(hasCode ? ['dist'] : []), ...dataFilesOf(emitters)],
    ...buildOf(options),
  };
  return [
    { path: 'package.json', content: printJson(manifest) },
    ...(hasCode ? [{ path: 'tsconfig.json', content: printJson(compilerSettings) }] : []),
  ];
}

const compilerSettings = {
  compilerOptions: {
    target: 'es2022',
    lib: ['es2023', 'dom', 'dom.iterable'],
    module: 'nodenext',
    types: [],
    outDir: 'dist',
    declaration: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    isolatedModules: true,
    verbatimModuleSyntax: true,
    skipLibCheck: true,
  },
  include: ['*.ts', 'runtime/**/*.ts'],
  // It imports the user's own files, which are no part of the package.
  exclude: ['handlers.ts', 'dist', 'node_modules'],
};
