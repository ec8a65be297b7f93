import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse as reference } from '../../src/markdown/engines/remark.js';
import { parse as fast } from '../../src/markdown/engines/satteri.js';
import { outlineBlocks } from '../../src/markdown/outline.js';
import { sourceText } from '../../src/markdown/source.js';
import { hasShared, needsShared, sharedPath } from '../shared.js';
import { checkBlock } from './check-places.js';

/** Every Markdown page below a folder, by its path. */
function pagesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? pagesBelow(path) : /\.(?:mdx?|markdown)$/.test(entry.name) ? [path] : [];
  });
}

const roots = hasShared ? ['rest/pages', 'rest/negative', 'faults/pages', 'corpus'] : [];
const folders = roots.flatMap((root) =>
  readdirSync(sharedPath(root), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [`${root}/${entry.name}`] : [],
  ),
);

describe.skipIf(!hasShared)(`the engines give equal outlines of real pages${needsShared}`, () => {
  it.each([...folders, 'rest/negative'])('%s', (folder) => {
    const root = sharedPath(folder);
    const different = pagesBelow(root).filter((path) => {
      const page = sourceText(relative(root, path), readFileSync(path, 'utf8'));
      const blocks = outlineBlocks(page, fast);
      blocks.forEach((block) => checkBlock(page, block));
      return JSON.stringify(blocks) !== JSON.stringify(outlineBlocks(page, reference));
    });
    expect(different).toEqual([]);
  });
});
