import type { Reading } from '../../../dialect.js';
import { mergeRoles, roleOf, type Role } from './role-words.js';
import { withAncestors, type Item, type Section } from './sections.js';

/** What is said around an item, joined: the nearest words that say something of a kind are believed. */
export function roleOfItem(item: Item, within: Section, reading?: Reading): Role {
  const roles = [...wordsAround(item, within)].flatMap((words) => roleOf(words, reading) ?? []);
  return roles.reduceRight<Role>((outer, inner) => mergeRoles(outer, inner), {});
}

/** Captions and titles around an item up to the section that holds the whole, nearest first. */
export function* wordsAround(item: Item, within: Section): Generator<string> {
  yield* item.captions;
  for (const section of withAncestors(item.section)) {
    if (section === within) return;
    yield section.title;
  }
}
