import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const compiled = fileURLToPath(new URL('../dist/', import.meta.url));

/** The entry points of the package, which share what they have in common. */
const entries = {
  cli: 'cli.js',
  index: 'index.js',
  vite: 'vite.js',
  plugin: 'plugin/index.js',
  'plugin-testing': 'plugin/testing/index.js',
};

/**
 * What runs load together, each with all that it imports: what starts every run, what makes a package, and what reads the
 * pages of one family. `cli.js` is in none, as it waits for what is.
 */
const groups = {
  start: ['commands/generate.js', 'commands/line/program.js'],
  work: ['stages.js'],
  reference: ['ecosystems/aws/dialects/markdown/read.js'],
};

/** Small packages that every run needs: loading their files takes longer than running them. */
export const bundledPackages = [
  'commander',
  'picocolors',
  'mdast-util-to-string',
  '@eslint-community/regexpp',
  'satteri',
];

/**
 * The bundled code: our own, while other packages stay where they are installed. Modules that are loaded when they are
 * needed stay files of their own, and all files lie side by side, so that they find the package's root alike.
 * @returns {Promise<Record<string, string>>} the text of each file by its name
 */
export async function bundleCode() {
  const build = await rolldown({
    input: at(entries),
    external: (id) => !/^[.#]/.test(id) && !isAbsolute(id) && !bundledPackages.includes(id),
    platform: 'node',
    plugins: [quickJson, nativeWhereInstalled],
    checks: { ineffectiveDynamicImport: false, preferBuiltinFeature: false },
  });
  const { output } = await build.generate({
    format: 'esm',
    chunkFileNames: 'chunk-[name].js',
    codeSplitting: { groups: Object.keys(groups).map(groupOf) },
    // Half the text is half the time until it runs.
    minify: true,
  });
  return Object.fromEntries(output.map(({ fileName, code }) => [fileName, code]));
}

/**
 * Of satteri the modules that parse are bundled, a few of thirty-five. Its `#binding`, `export { ... } from '../index.js'`,
 * finds the native part of this platform: that is loaded from where satteri is installed, and fails where it is not.
 */
const nativeWhereInstalled = {
  name: 'native-where-installed',
  resolveId: {
    filter: { id: /^#binding$/ },
    handler: () => fileURLToPath(new URL('binding.js', import.meta.resolve('satteri'))),
  },
  transform: {
    filter: { id: /satteri.dist.binding\.js$/ },
    handler(text) {
      const [, names, path] = /^export (\{[^}]*\}) from ["'](.*)["'];?\s*$/.exec(text) ?? [];
      if (!names) throw new Error('satteri finds its native part in another way than it did');
      return `const ${names} = await import(new URL('${path}', import.meta.resolve('satteri')));\nexport ${names};`;
    },
  },
};

const at = (files) =>
  Object.fromEntries(Object.entries(files).map(([name, file]) => [name, join(compiled, file)]));

/** A module that is in several belongs to the first. */
const groupOf = (name, index, { length }) => ({
  name,
  priority: length - index,
  test: (id) => groups[name].some((file) => id === join(compiled, file)),
});

/** Engines read data that is in a text ten times as fast as data that is code. */
const quickJson = {
  name: 'quick-json',
  transform: {
    filter: { id: /\.json$/ },
    handler: (text) => ({
      code: `export default JSON.parse(${JSON.stringify(JSON.stringify(JSON.parse(text)))});`,
      moduleType: 'js',
    }),
  },
};
