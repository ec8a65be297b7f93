import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** The generated package that is compared, as it stands in the repository. */
export const sources = join(repository, 'generated/workmail');

/**
 * Builds a generated package module by module, as its own `npm run build` does, save that types are not checked.
 * @returns {Promise<string>} a folder that finds the packages of this repository
 */
export async function buildPackage(name, from = sources) {
  const folder = join(repository, 'node_modules/.cache/docwright-bench', name);
  rmSync(folder, { recursive: true, force: true });
  const files = readdirSync(from, { recursive: true }).filter((file) => file.endsWith('.ts'));
  for (const file of files) {
    const { code } = await transform(readFileSync(join(from, file), 'utf8'), {
      loader: 'ts',
      target: 'es2022',
    });
    const path = join(folder, file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, code);
  }
  cpSync(join(from, 'package.json'), join(folder, 'package.json'));
  return folder;
}
