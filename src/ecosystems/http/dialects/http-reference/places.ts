import type { Reading } from '../../../dialect.js';
import { mergeRoles, roleOf, type Role } from './role-words.js';
import { withAncestors, type Item, type Section } from './sections.js';

const known = new WeakMap<Item, { readonly within: Section; readonly role: Role }>();

/** What is said around an item, joined: the nearest words that say something of a kind are believed. */
export function roleOfItem(item: Item, within: Section, reading?: Reading): Role {
  const before = known.get(item);
  if (before?.within === within) return before.role;
  const role = findRole(item, within, reading);
  known.set(item, { within, role });
  return role;
}

function findRole(item: Item, within: Section, reading: Reading | undefined): Role {
  const roles = [...labelAbove(item), ...wordsAround(item, within)].flatMap(
    (words) => roleOf(words, reading) ?? [],
  );
  const role = roles.reduceRight<Role>((outer, inner) => mergeRoles(outer, inner), {});
  const said = item.block.kind === 'paragraph' ? undefined : sideOfLead(item);
  return said && role.side !== 'errors' && role.status === undefined ? { ...role, side: said } : role;
}

/** `JSON body schema:` as a line of its own directly above a list heads it as a caption would. */
function labelAbove({ lead, block }: Item): readonly string[] {
  const label = block.kind === 'list' || block.kind === 'table' ? lead?.text.trim() : undefined;
  return label !== undefined && /^[A-Z][\w /()-]{1,50}:$/.test(label) ? [label.slice(0, -1)] : [];
}

/** `The call returns JSON like this:` directly above a block. */
function sideOfLead({ lead }: Item): Role['side'] | undefined {
  const sentence = lead?.text.split(/[.!] /).at(-1) ?? '';
  if (!/:\s*$/.test(sentence)) return undefined;
  return /\b(?:returns?|returned|responds?|response|answers?|gives|yields)\b/i.test(sentence)
    ? 'response'
    : undefined;
}

/** Captions and titles around an item up to the section that holds the whole, nearest first. */
export function* wordsAround(item: Item, within: Section): Generator<string> {
  yield* item.captions;
  for (const section of withAncestors(item.section)) {
    if (section === within) return;
    yield section.title;
  }
}
