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
      ...(emitters.includes('model') && { './model.json': './model.json' }),
      './package.json': './package.json',
    },
    files: ['dist', ...(emitters.includes('model') ? ['model.json'] : [])],
    scripts: { build: 'tsc -p .', prepare: 'npm run build' },
    ...(emitters.includes('client') && {
      dependencies: { '@smithy/signature-v4': versionOf('@smithy/signature-v4', tool) },
    }),
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
