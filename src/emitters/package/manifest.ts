import { readFileSync } from 'node:fs';
import { printJson } from '../../render/json.js';
import type { Service } from '../../ir/model.js';
import type { EmitOptions, EmittedFile } from '../emitter.js';
import { adapters } from '../server/adapters.js';
import { modulesOf } from './entry.js';

/** Of the generated package's dependencies, the versions that docwright itself is tested with. */
interface ToolManifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const toolManifest = (): ToolManifest =>
  JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));

const versionOf = (name: string, { dependencies, devDependencies }: ToolManifest): string =>
  `^${dependencies?.[name] ?? devDependencies?.[name] ?? '0.0.0'}`;

const exportOf = (module: string): object => ({
  types: `./dist/${module}.d.ts`,
  default: `./dist/${module}.js`,
});

const adapterExports = (): object =>
  Object.fromEntries(adapters.map((module) => [`./${module}`, exportOf(`runtime/${module}`)]));

/** What packages are published with beside code, by the emitter that writes it. */
const dataFiles: readonly (readonly [emitter: string, file: string])[] = [
  ['json-schema', 'json-schema.json'],
  ['model', 'model.json'],
];

/** What the emitted code imports, by emitter. */
const packages: readonly (readonly [emitter: string, name: string])[] = [
  ['client', '@smithy/signature-v4'],
  ['validators-zod', 'zod'],
];

function dependenciesOf(emitters: readonly string[], tool: ToolManifest): object {
  const names = packages.filter(([emitter]) => emitters.includes(emitter)).map(([, name]) => name);
  const dependencies = Object.fromEntries(names.map((name) => [name, versionOf(name, tool)]));
  return names.length > 0 ? { dependencies } : {};
}

/** `package.json` and `tsconfig.json`: the package is TypeScript as it stands, and can be built and published. */
export function manifestFiles(service: Service, options: EmitOptions): readonly EmittedFile[] {
  const tool = toolManifest();
  const emitters = options.emitters ?? [];
  const manifest = {
    name: options.packageName,
    version: options.packageVersion,
    description: `TypeScript SDK of ${service.title.value}, generated from its reference pages.`,
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20.19' },
    exports: {
      '.': exportOf('index'),
      ...Object.fromEntries(modulesOf(emitters).map((module) => [`./${module}`, exportOf(module)])),
      ...(emitters.includes('server') && adapterExports()),
      ...(emitters.includes('validators-zod') && { './validators-zod': exportOf('validators-zod') }),
      ...(emitters.includes('json-schema') && { './json-schema.json': './json-schema.json' }),
      ...(emitters.includes('model') && { './model.json': './model.json' }),
      './package.json': './package.json',
    },
    files: ['dist', ...dataFiles.filter(([emitter]) => emitters.includes(emitter)).map(([, file]) => file)],
    scripts: { build: 'tsc -p .', prepare: 'npm run build' },
    ...dependenciesOf(emitters, tool),
    devDependencies: { typescript: versionOf('typescript', tool) },
  };
  return [
    { path: 'package.json', content: `${JSON.stringify(manifest, null, 2)}\n` },
    { path: 'tsconfig.json', content: printJson(compilerSettings) },
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
