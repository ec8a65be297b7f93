/** A file of docwright's own package, by its path from the package's root. */
export const packageFile = (path: string): URL => new URL(`../${path}`, import.meta.url);

/**
 * The folder of the code that runs: the sources, what is compiled of them, or what is bundled of that. Each lies directly in
 * the package's root, and so does this module in each.
 */
export const codeFolder = new URL('./', import.meta.url);
