import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const compiled = fileURLToPath(new URL('../dist/', import.meta.url));

/** The entry points of the package, which share what they have in common. */
const entries = ['cli.js', 'index.js', 'vite.js'].map((file) => compiled + file);

/**
 * The bundled code: our own, while packages stay where they are installed. Modules that are loaded when they are needed
 * stay files of their own, and all files lie side by side, so that they find the package's root alike.
 * @returns {Promise<Record<string, string>>} the text of each file by its name
 */
export async function bundleCode() {
  const { outputFiles } = await build({
    entryPoints: entries,
    outdir: compiled,
    bundle: true,
    splitting: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    chunkNames: 'chunk-[hash]',
    entryNames: '[name]',
    logLevel: 'error',
  });
  return Object.fromEntries(outputFiles.map(({ path, text }) => [basename(path), text]));
}
