/**
 * Which rooms of src a room may import, beside itself. A room that is not listed here fails the test: a new one needs a
 * line, and a line in ARCHITECTURE.md.
 */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  diagnostics: [],
  render: ['package-files.ts', 'prebuilt.ts'],
  runtime: [],
  'package-files.ts': [],
  'version.ts': ['package-files.ts'],
  'prebuilt.ts': ['package-files.ts'],
  'schema-validator.ts': ['package-files.ts', 'prebuilt.ts'],
  'stopwatch.ts': [],
  ir: ['diagnostics'],
  markdown: ['diagnostics'],
  files: ['diagnostics'],
  config: ['diagnostics', 'ir', 'package-files.ts', 'schema-validator.ts'],
  'session.ts': ['diagnostics', 'files'],
  cache: ['config', 'files', 'package-files.ts', 'version.ts'],
  dialects: ['diagnostics', 'ir', 'markdown'],
  link: ['diagnostics', 'ir'],
  protocols: ['diagnostics', 'ir'],
  changes: ['diagnostics', 'ir', 'schema-validator.ts'],
  inspect: ['diagnostics', 'ir', 'dialects'],
  emitters: ['diagnostics', 'ir', 'package-files.ts', 'protocols', 'render'],
  handlers: ['diagnostics', 'ir', 'protocols', 'render', 'emitters'],
  commands: [
    'changes',
    'diagnostics',
    'diff.ts',
    'generate.ts',
    'init.ts',
    'inspect.ts',
    'inspect',
    'version.ts',
    'watch.ts',
  ],
  'cli.ts': ['commands'],
  'vite.ts': ['diagnostics', 'generate.ts', 'version.ts', 'watch.ts'],
  'index.ts': [
    'changes',
    'diff.ts',
    'config',
    'diagnostics',
    'dialects',
    'emitters',
    'generate.ts',
    'inspect.ts',
    'ir',
    'protocols',
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
  ajv: ['config/check.ts', 'schema-validator.ts'],
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
