import { ownersOf } from './lists-of-parts.js';
import { rowsOfBlock, saysResponse } from './member-lists.js';
import type { OperationSite } from './operation-sites.js';
import type { PageContext } from './page-context.js';
import { roleOfItem } from './places.js';
import type { RowList } from './rows.js';
import type { Item } from './sections.js';

/** A list of members of an answer. */
export interface ResponseList {
  readonly rows: RowList;
  readonly item: Item;
}

/** The lists that are about what comes back; those without types only where words say whose parts they name. */
export function responseLists(
  site: OperationSite,
  page: PageContext,
  status: number | undefined,
): readonly ResponseList[] {
  const found = site.items.flatMap((item) => {
    const rows = isAbout(item, site, page, status) ? rowsOfBlock(item.block, page.guide.style) : undefined;
    return rows && !isValues(rows) ? [{ rows, item }] : [];
  });
  const names = new Set(found.flatMap(({ rows }) => (rows.typed ? rows.rows.map(({ name }) => name) : [])));
  return found.filter(
    ({ rows, item }) =>
      rows.typed ||
      item.block.kind !== 'list' ||
      saysHeaders(item, site, page) ||
      ownersOf({ item }).some((name) => names.has(name)),
  );
}

/** A heading, or `… with these headers:` above a list. */
export const saysHeaders = (item: Item, site: OperationSite, page: PageContext): boolean =>
  roleOfItem(item, site.section, page.guide.style.reading).place === 'header' ||
  /\bheaders?\b[^.]*:\s*$/i.test(item.lead?.text ?? '');

const isValues = ({ rows }: RowList): boolean => rows.every(({ name }) => /^\d+$/.test(name));

/** True for what is said of responses of success, or of the one with this status. */
function isAbout(item: Item, site: OperationSite, page: PageContext, status: number | undefined): boolean {
  const role = roleOfItem(item, site.section, page.guide.style.reading);
  if (saysResponse(item)) return role.side !== 'errors';
  if (role.side !== 'response') return isBelowReturns(item, role.side);
  return role.status === undefined || (status === undefined ? role.status < 300 : role.status === status);
}

/** `Returns … with the following fields:` above a list. */
function isBelowReturns({ lead }: Item, side: string | undefined): boolean {
  return (
    side === undefined &&
    lead !== undefined &&
    /\b(?:returns?|response|responds?)\b[^.]*:\s*$/i.test(lead.text)
  );
}
