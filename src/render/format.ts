import type { Options } from 'prettier';

const style: Options = { singleQuote: true, printWidth: 110 };

/** Parser and plugins by file extension; files of any other kind stay as they are (JSON is printed in its final form). */
const parsers: ReadonlyMap<string, () => Promise<Options>> = new Map([
  ['.ts', typescriptOptions],
  [
    '.md',
    async () => ({
      parser: 'markdown',
      plugins: [await import('prettier/plugins/markdown'), ...((await typescriptOptions()).plugins ?? [])],
    }),
  ],
]);

const estree = () => import('prettier/plugins/estree');

async function typescriptOptions(): Promise<Options> {
  return { parser: 'typescript', plugins: [await import('prettier/plugins/typescript'), await estree()] };
}

/**
 * Formats a file by its extension. The formatter is loaded at the first use: a run that writes nothing needs none.
 * @throws SyntaxError where the content does not parse.
 */
export async function formatFile(path: string, content: string): Promise<string> {
  const options = parsers.get(path.slice(path.lastIndexOf('.')));
  if (!options) return content;
  const prettier = await import('prettier/standalone');
  return prettier.format(content, { ...style, ...(await options()) });
}

/** Formats a TypeScript module. */
export const formatTypeScript = (code: string): Promise<string> => formatFile('module.ts', code);
