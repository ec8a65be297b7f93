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
  reference: ['ecosystems/aws/dialects/markdown/outline.js'],
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
    plugins: [quickJson, nativePart],
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
 * Of satteri the modules that parse are bundled: to load its thirty-five takes 42 ms, a tenth of a cold run. Its native part
 * is loaded from where satteri is installed, and fails where there is none for this platform.
 */
const nativePart = {
  name: 'native-part',
  resolveId: { filter: { id: /^#binding$/ }, handler: (id) => id },
  load: {
    filter: { id: /^#binding$/ },
    async handler() {
      const names = Object.keys(await import(new URL('../index.js', import.meta.resolve('satteri'))));
      return `export const { ${names.filter((name) => name !== 'default').join(', ')} } =
        await import(new URL('../index.js', import.meta.resolve('satteri')));`;
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
