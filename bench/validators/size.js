import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { emitted, runtimeFolder } from './emitted.js';

const schemas = new URL('./schemas/', import.meta.url);

/** The bytes of one operation's validators, bundled for a browser, minified, and gzipped. */
export async function sizeTable() {
  const entries = [
    [
      'docwright',
      { contents: only(emitted, 'CreateFunctionInputSchema'), loader: 'ts', resolveDir: runtimeFolder },
    ],
    ...['valibot', 'zod', 'arktype'].map((name) => [name, libraryEntry(name)]),
  ];
  const lines = [];
  for (const [name, stdin] of entries) lines.push(await sizeLine(name, stdin));
  return ['', 'size of one operation, minified, and gzipped:', ...lines];
}

const libraryEntry = (name) => ({
  contents: `export { createFunctionInput } from './${name}.js';`,
  resolveDir: schemas.pathname,
});

/** A module that takes one export of another, so that the bundler drops the rest. */
const only = (contents, name) =>
  contents.replace(/^export (?=const )/gm, (found, at) =>
    contents.startsWith(`export const ${name}`, at) ? found : '',
  );

async function sizeLine(name, stdin) {
  const { outputFiles } = await build({
    stdin,
    bundle: true,
    minify: true,
    treeShaking: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const [{ contents }] = outputFiles;
  return `  ${name.padEnd(12)}${String(contents.length).padStart(8)} bytes${String(gzipSync(contents).length).padStart(8)} gzipped`;
}
