import type { Root } from 'mdast';

/** What turns Markdown into a tree: `fast` where it is installed, or the `reference`. */
export type MarkdownEngine = 'fast' | 'reference';

/** The syntax tree of a Markdown text. */
export type Parse = (text: string) => Root;

const loaders: Readonly<Record<MarkdownEngine, () => Promise<{ parse: Parse }>>> = {
  fast: () => import('./engines/satteri.js'),
  reference: () => import('./engines/remark.js'),
};

// Loading waits for an import, parsing must not: the engine is chosen when this module is.
let current = await loadFirst('fast', 'reference');

async function loadFirst(
  ...engines: readonly MarkdownEngine[]
): Promise<{ engine: MarkdownEngine; parse: Parse }> {
  const [engine = 'reference', ...others] = engines;
  try {
    return { engine, parse: (await loaders[engine]()).parse };
  } catch (error) {
    // A platform without the native package is no fault; a reference engine that does not load is.
    if (others.length === 0) throw error;
    return await loadFirst(...others);
  }
}

/** Chooses the engine; gives the one that is used, which is the reference where the fast one is not installed. */
export async function useMarkdownEngine(engine: MarkdownEngine): Promise<MarkdownEngine> {
  current = engine === 'fast' ? await loadFirst('fast', 'reference') : await loadFirst('reference');
  return current.engine;
}

/** The engine in use. */
export const markdownEngine = (): MarkdownEngine => current.engine;

/** The syntax tree of a Markdown text (CommonMark with YAML front matter), with positions that count from 1. */
export const parseMarkdown = (text: string): Root => current.parse(text);
