/**
 * Which rooms of src a room may import, beside itself. A room that is not listed here fails the test: a new one needs a
 * line, and a line in ARCHITECTURE.md.
 */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  base: [],
  diagnostics: ['base'],
  render: ['base'],
  runtime: [],
  markdown: ['diagnostics'],
  patterns: [],
  model: ['diagnostics'],
  files: ['base', 'diagnostics'],
  config: ['base', 'diagnostics', 'model'],
  cache: ['base', 'config', 'files'],
  ecosystems: ['base', 'diagnostics', 'markdown', 'model', 'runtime'],
  link: ['base', 'diagnostics', 'model', 'patterns'],
  changes: ['base', 'diagnostics', 'model'],
  inspect: ['base', 'diagnostics', 'ecosystems', 'model'],
  emitters: ['base', 'diagnostics', 'ecosystems', 'model', 'patterns', 'render'],
  handlers: ['base', 'diagnostics', 'ecosystems', 'emitters', 'model', 'render'],
  commands: [
    'base',
    'changes',
    'diagnostics',
    'diff.ts',
    'generate.ts',
    'init.ts',
    'inspect.ts',
    'inspect',
    'watch.ts',
  ],
  'cli.ts': ['commands'],
  'vite.ts': ['base', 'diagnostics', 'generate.ts', 'watch.ts'],
  'index.ts': [
    'changes',
    'diff.ts',
    'config',
    'diagnostics',
    'ecosystems',
    'emitters',
    'generate.ts',
    'inspect.ts',
    'model',
  ],
};

/** The entry points that put the stages together may use every room, and so no room but the commands imports them. */
export const compositions: readonly string[] = [
  'diff.ts',
  'generate.ts',
  'inspect.ts',
  'known-names.ts',
  'package',
  'services.ts',
  'sides',
  'init.ts',
  'watch.ts',
];

/** Packages that only one place may import, so that they can be exchanged there; as the beginning of paths. */
export const onlyImporters: Readonly<Record<string, readonly string[]>> = {
  unified: ['markdown/'],
  'remark-parse': ['markdown/engines/'],
  satteri: ['markdown/engines/'],
  'remark-frontmatter': ['markdown/'],
  handlebars: ['render/templates.ts'],
  oxfmt: ['render/engines/'],
  prettier: ['render/engines/'],
  globby: ['files/'],
  chokidar: ['files/'],
  commander: ['commands/'],
  picocolors: ['diagnostics/format/'],
  ajv: ['config/check.ts', 'base/published-schema.ts'],
  jiti: ['config/read-script.ts'],
  'jsonc-parser': ['config/read-json.ts'],
  'ts-morph': ['handlers/', 'config/locate-in-script.ts'],
  vite: ['vite.ts'],
  'node:process': ['cli.ts', 'files/owner.ts'],
  'node:console': ['cli.ts'],
  'node:child_process': ['files/git.ts'],
};

/** Packages that generated SDKs may depend on: the runtime travels with them. */
export const runtimePackages: readonly string[] = ['@smithy/signature-v4', '@smithy/types'];

/** What changes a file system; only `files/` may import these from Node. */
export const writingFunctions =
  /\b(?:appendFile|chmod|copyFile|cp|createWriteStream|link|mkdir|mkdtemp|open|rename|rm|rmdir|symlink|truncate|unlink|utimes|writeFile)(?:Sync)?\b/u;
