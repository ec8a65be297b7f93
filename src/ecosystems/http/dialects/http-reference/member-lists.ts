import type { Block, ComponentBlock } from '../../../../markdown/blocks.js';
import type { Reading } from '../../../dialect.js';
import { rowsOfDefinitions, rowsOfList } from './bullet-rows.js';
import { isFieldOfResponse, rowOfComponent } from './component-rows.js';
import { labelledLines } from './labelled-lines.js';
import { segmentsOf } from './nest-rows.js';
import { phraseOf, plain, type Phrase } from './phrase.js';
import { rowName } from './row-name.js';
import { rowList, type Row, type RowList } from './rows.js';
import type { Item, Section } from './sections.js';
import { rowsOfTable } from './table-rows.js';
import { parseType, type OwnWords } from './type-phrase.js';

/** How a guide says things in its own way, ready for use. */
export interface Style {
  readonly reading: Reading;
  readonly types: OwnWords;
}

const known = new WeakMap<Block, { readonly rows: RowList | undefined }>();

/** The members that a block lists; undefined where it lists none. */
export function rowsOfBlock(block: Block, { reading, types }: Style): RowList | undefined {
  const before = known.get(block);
  if (before) return before.rows;
  const rows = readRows(block, reading, types);
  known.set(block, { rows });
  return rows;
}

function readRows(block: Block, reading: Reading, types: OwnWords): RowList | undefined {
  switch (block.kind) {
    case 'table':
      return rowsOfTable(block, reading.columns, types);
    case 'list':
      return rowsOfList(block, types);
    case 'definitions':
      return rowsOfDefinitions(block, types);
    case 'component':
      return rowsOfComponent(block);
    default:
      return undefined;
  }
}

function rowsOfComponent(block: ComponentBlock): RowList | undefined {
  const row = rowOfComponent(block);
  return row && rowList([row], block.source, true);
}

/** True where the component itself says that it is about what comes back. */
export const saysResponse = ({ block }: Item): boolean =>
  block.kind === 'component' && isFieldOfResponse(block);

/**
 * Members that have a heading each: the heading is the name, labelled lines below it say the rest. Undefined where the
 * sections below are about something else.
 */
export function rowsOfHeadings(section: Section): RowList | undefined {
  const before = headed.get(section);
  if (before) return before.rows;
  const rows = readHeadings(section);
  headed.set(section, { rows });
  return rows;
}

const headed = new WeakMap<Section, { readonly rows: RowList | undefined }>();

function readHeadings(section: Section): RowList | undefined {
  const rows = rowsBelow(section);
  const [first] = rows;
  const described = section.children.filter((child) => rowOfHeading(child));
  if (!first || described.length * 2 < section.children.length) return undefined;
  const last = rows.at(-1) ?? first;
  return rowList(rows, { ...first.source, endLine: last.source.endLine, endColumn: last.source.endColumn });
}

/** True for a heading that names a member of the object above it; what stands below is part of that object. */
export const isMember = (section: Section): boolean =>
  section.parent !== undefined &&
  rowOfHeading(section) !== undefined &&
  rowsOfHeadings(section.parent) !== undefined;

/** `4.3.0 - deprecated` as a line of its own. */
const ENDED = /^[\w.]+(?: \([^()]{0,80}\))? ?[-–—:] ?(?:deprecated|removed)\.?$/im;

/** The members below a heading; what stands below a member may be a part of it, or only a heading of another depth. */
const rowsBelow = (section: Section): readonly Row[] =>
  section.children.flatMap((child) => {
    const row = rowOfHeading(child);
    if (!row) return [];
    const below = rowsBelow(child);
    const own = below.filter((one) => isPartOf(one, row));
    return [{ ...row, children: own }, ...below.filter((one) => !own.includes(one))];
  });

/** `a[b]` says itself where it belongs; a name alone belongs to the object above it, if that is described nowhere else. */
function isPartOf({ name }: Row, { type }: Row): boolean {
  const worded = type && parseType(type);
  const inner = worded?.kind === 'list' ? worded.element : worded;
  return (
    segmentsOf(name).length === 1 &&
    inner?.kind !== 'scalar' &&
    !(inner?.kind === 'named' && inner.link !== undefined)
  );
}

function rowOfHeading(section: Section): Row | undefined {
  const named = section.heading && rowName(phraseOf(section.heading.inline));
  if (!section.heading || !named || !/^(?:[\s([,:?*–-]|$)/.test(plain(named.rest.text))) return undefined;
  const lines = section.items.flatMap(({ block }) =>
    block.kind === 'paragraph' ? labelledLines(block) : [],
  );
  const said = (pattern: RegExp): Phrase | undefined => lines.find(({ label }) => pattern.test(label))?.value;
  const type = said(/^(?:data )?type$/);
  if (!type) return undefined;
  const required = said(/^(?:required|mandatory|presence)$/);
  const usual = said(/^defaults?(?: value)?$/);
  const values = said(/^(?:possible |allowed |valid )?values?$|^enum$/);
  const described = said(/^(?:description|meaning)$/);
  const history = said(/^(?:version history|history|changelog|changes|versions)$/);
  return {
    name: named.name,
    source: section.heading.source,
    nameSource: section.heading.inline.source,
    depth: 0,
    marks: { ...named.marks, ...(history && ENDED.test(history.text) && { deprecated: true as const }) },
    type,
    ...(required && { required }),
    ...(usual && { default: usual }),
    ...(values && { values }),
    description: [
      ...(described ? [described] : []),
      ...section.items.flatMap(({ block }) =>
        block.kind === 'paragraph' && labelledLines(block).length === 0 ? [phraseOf(block.inline)] : [],
      ),
    ],
    children: [],
    blocks: section.items.flatMap(({ block }) =>
      block.kind === 'list' || block.kind === 'table' ? [block] : [],
    ),
  };
}
