import type { Block } from '../../../../markdown/blocks.js';
import { outlineBlocks } from '../../../../markdown/outline.js';
import { sourceText } from '../../../../markdown/source.js';
import type { Page, Reading } from '../../../dialect.js';
import { blocksWithMacros } from './macros.js';
import { inUsualComponents } from './own-components.js';
import { inUsualMarks } from './own-marks.js';

/** The blocks of a page, with macros, components and marks of the guide's own put in the words that others have for them. */
export function styledBlocks(page: Page, { macros, components, marks, columns }: Reading): readonly Block[] {
  const blocks = macros ? blocksWithMacros(page, macros) : outlineBlocks(sourceText(page.path, page.text));
  const usual = components ? inUsualComponents(blocks, components) : blocks;
  return marks ? inUsualMarks(usual, { marks, ...(columns && { columns }) }) : usual;
}
