import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeFolder, packageFile, version } from '../base/own-files.js';
import { once } from '../base/memoise.js';

/** What decides on results beside pages and options: the code that runs, and what it reads; from the package's root. */
const readFolders = ['templates', 'schemas', 'src/runtime', 'src/ecosystems'];

/** Declarations and what an editor leaves behind are neither run nor read; of ecosystems the runtime is. */
const isCode = (path: string): boolean => /(?<!\.d)\.(?:js|ts|json|hbs)$/u.test(path);
const isRead = (path: string): boolean => isCode(path) && !/^src.ecosystems.\w+.(?!runtime)/u.test(path);

const root = fileURLToPath(packageFile(''));

/**
 * A hash of docwright itself, by its version and every file that it runs or reads, so that a patched copy, or one that is
 * being worked on, does not take the results of another.
 */
export const codeFingerprint = once((): string => {
  const hash = createHash('sha256').update(version());
  for (const path of ownFiles()) {
    const bytes = readFileSync(join(root, path));
    hash.update(`\n${path} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
});

/** Relative to the package's root, in one order. */
const ownFiles = (): readonly string[] => [
  ...filesIn(relative(root, fileURLToPath(codeFolder))).filter(isCode),
  ...readFolders.flatMap(filesIn).filter(isRead),
];

const filesIn = (folder: string): readonly string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
        .sort()
    : [];
