import type { Block } from '../../../../markdown/blocks.js';
import { rowsOfBlock } from './member-lists.js';
import { isGeneric } from './names.js';
import type { OperationSite } from './operation-sites.js';
import type { PageContext } from './page-context.js';
import { phraseOf, plain } from './phrase.js';
import { roleOf, type Role } from './role-words.js';
import { withAncestors, type Item, type Section } from './sections.js';
import { nameColumn, readTable } from './table-rows.js';

/** Reports words above lists that were read although these words say nothing that is known. */
export function tellUnknown(page: PageContext): void {
  const told = new Set<Section>();
  for (const site of page.analysis.sites) {
    for (const item of site.items) {
      if (!isRead(item.block, page) && !isMessage(item.block)) continue;
      tellHead(item, page);
      const { section } = item;
      if (section === site.section || told.has(section) || !section.heading || isKnown(section, site, page))
        continue;
      told.add(section);
      page.report('heading-unknown', { title: section.title }, section.heading.source);
    }
  }
  for (const { kind, section } of page.analysis.definitions)
    for (const item of kind === 'shape' ? section.items : [])
      if (isRead(item.block, page)) tellHead(item, page);
}

/** Words of the heading, or of one around it that the operation is headed by, say what stands there. */
function isKnown(section: Section, site: OperationSite, { guide }: PageContext): boolean {
  if (isGeneric(section.title) || roleOf(section.title, guide.style.reading)?.side === 'request') return true;
  for (const { title, heading } of withAncestors(section)) {
    if (heading === site.section.heading) return false;
    if (ABOUT_CALLERS.test(title) || OBJECT.test(title) || saysWhat(roleOf(title, guide.style.reading)))
      return true;
  }
  return false;
}

/** That something is an example does not say of what, and a heading about the request not where a part of it goes. */
const saysWhat = (role: Role | undefined): boolean =>
  role !== undefined &&
  ((role.side !== undefined && role.side !== 'request') ||
    role.place !== undefined ||
    role.status !== undefined);

/** What is said there holds for callers, and is read for the guide. */
const ABOUT_CALLERS = /\b(?:auth\w*|permissions?|security|rate limits?|errors?)\b/i;
/** A section of an object, which is no part of the operation above it. */
const OBJECT = /\b(?:objects?|structures?|resources?|types?|schemas?|models?|enums?|entit(?:y|ies))$/i;

/** JSON or a message may be sent or come back, also where nothing was made of it. */
const isMessage = (block: Block): boolean =>
  block.kind === 'code' && /^\s*(?:[[{]|HTTP\/\d)/.test(block.text);

/** Whether something was made of a block; of sentences those about parameters count. */
const isRead = (block: Block, { lines }: PageContext): boolean =>
  !(block.kind === 'paragraph' && !/\bparam/i.test(block.inline.text)) && hasRead(block, lines);

const hasRead = ({ source }: Block, lines: PageContext['lines']): boolean =>
  Array.from({ length: Math.min(source.endLine - source.line + 1, 1000) }, (_, at) => source.line + at).some(
    (line) => lines.has(source.file, line),
  );

function tellHead({ block, section }: Item, { guide, report }: PageContext): void {
  if (block.kind !== 'table' || !rowsOfBlock(block, guide.style)) return;
  const { roles, grid } = readTable(block, guide.style.reading.columns);
  const head = block.header[nameColumn(roles, grid)];
  if (!head || roles.includes('name')) return;
  report('column-unknown', { head: plain(phraseOf(head.inline).text), title: section.title }, head.source);
}
