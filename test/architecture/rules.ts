/**
 * Which rooms of src a room may import, beside itself. A room that is not listed here fails the test: a new one needs a
 * line, and a line in ARCHITECTURE.md.
 */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  base: [],
  diagnostics: ['base'],
  render: ['base'],
  runtime: ['ecosystems'],
  model: ['diagnostics'],
  markdown: ['diagnostics'],
  patterns: [],
  files: ['base', 'diagnostics'],
  cache: ['base', 'diagnostics', 'files'],
  config: ['base', 'cache', 'diagnostics', 'model'],
  ecosystems: ['base', 'diagnostics', 'link', 'markdown', 'model', 'runtime'],
  link: ['base', 'diagnostics', 'model', 'patterns'],
  changes: ['base', 'config', 'diagnostics', 'files', 'model'],
  inspect: ['base', 'diagnostics', 'ecosystems', 'model'],
  emitters: ['base', 'cache', 'diagnostics', 'ecosystems', 'model', 'patterns', 'render'],
  handlers: [
    'base',
    'cache',
    'changes',
    'config',
    'diagnostics',
    'ecosystems',
    'emitters',
    'files',
    'model',
    'render',
  ],
  'cli.ts': ['commands'],
  'vite.ts': ['base', 'commands', 'diagnostics'],
  'index.ts': ['changes', 'commands', 'config', 'diagnostics', 'ecosystems', 'emitters', 'model'],
};

/** What puts the rooms together may use every one, and so no other room imports it. */
export const compositions: readonly string[] = ['commands', 'pipeline.ts', 'plugin', 'stages.ts'];

/** Those that may: the pipeline and what people call. */
export const mayCompose: readonly string[] = [...compositions, 'cli.ts', 'index.ts', 'vite.ts'];

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
  'node:v8': ['cache/'],
  commander: ['commands/line/'],
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
export const runtimePackages: readonly string[] = [];

/** What changes a file system; only `files/` may import these from Node. */
export const writingFunctions =
  /\b(?:appendFile|chmod|copyFile|cp|createWriteStream|link|mkdir|mkdtemp|open|rename|rm|rmdir|symlink|truncate|unlink|utimes|writeFile)(?:Sync)?\b/u;
