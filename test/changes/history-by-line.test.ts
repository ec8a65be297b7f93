import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diff } from '../../src/commands/diff.js';
import { hasShared, needsShared, sharedPath } from '../shared.js';

/** What the lines of an item say, by label. */
type Item = ReadonlyMap<string, string>;

const label =
  /^(Type|Required|Length Constraints|Valid Range|Pattern|Valid Values|Array Members|Map Entries|HTTP Status Code|Default): ?(.*)/u;
const head = /^\s*\*\*\s*\[? ?([\w\\$-]+?) ?(?:\]\([^)]*\))?\s*\*\*\s*(?:<a name|$)/u;

/** Reads pages line by line, without any of docwright: the items of each section, by the id of what they describe. */
function itemsOf(folder: string): ReadonlyMap<string, Item> {
  const items = new Map<string, Map<string, string>>();
  for (const file of readdirSync(folder).filter((name) => /^API_.*\.md$/u.test(name))) {
    const page = file.slice('API_'.length, -'.md'.length);
    let section = '';
    let item: Map<string, string> | undefined;
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      const [, title] = /^##+ ([A-Za-z ]+)/u.exec(line) ?? [];
      const [, name] = head.exec(line) ?? [];
      const [, key, value = ''] = label.exec(line) ?? [];
      if (title !== undefined) [section, item] = [title, undefined];
      else if (name !== undefined && name !== 'Note') {
        item = new Map();
        items.set(`${page}${placeOf(section)}.${name}`, item);
      } else if (key !== undefined && item && !item.has(key)) item.set(key, plain(value));
    }
  }
  return items;
}

function placeOf(section: string): string {
  if (section.startsWith('Contents')) return '';
  if (section === 'Errors') return '.errors';
  return section.startsWith('Response') ? '.output' : '.input';
}

const plain = (text: string): string =>
  text
    .replaceAll('\\', '')
    .replaceAll(/\[ ?(\w+) ?\]/gu, '[$1]')
    .trim();

/** The ids of items that one side has, or that say something else, on pages that both sides have. */
function changedItems(before: string, after: string): readonly string[] {
  const [old, now] = [itemsOf(before), itemsOf(after)];
  const both = new Set(readdirSync(before).filter((name) => readdirSync(after).includes(name)));
  const textOf = (item: Item | undefined) => item && JSON.stringify([...item].sort());
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((id) => both.has(`API_${id.split('.')[0] ?? ''}.md`))
    .filter((id) => textOf(old.get(id)) !== textOf(now.get(id)))
    .sort();
}

const isWithin = (fact: string, id: string): boolean => fact === id || fact.startsWith(`${id}.`);

describe.skipIf(!hasShared)(`what a reading line by line finds changed${needsShared}`, () => {
  it.each([
    ['2020-12', '2021-10', 150],
    ['2021-10', '2022-11', 50],
  ])('is what the diff of %s and %s finds', { timeout: 120_000 }, async (old, now, least) => {
    const folder = sharedPath('corpus/history/lambda');
    const ids = changedItems(join(folder, old), join(folder, now));
    expect(ids.length).toBeGreaterThan(least);
    const { document } = await diff({ folder, old, new: now, format: 'json', today: '2026-11-21' });
    const facts = [...(document?.changes ?? []), ...(document?.prose ?? [])].map(({ fact }) => fact);
    expect(ids.filter((id) => !facts.some((fact) => isWithin(fact, id)))).toEqual([]);
    const whole = new Set(['operation-added', 'shape-added']);
    const counted = document?.changes.filter(({ rule }) => !whole.has(rule)) ?? [];
    expect(counted.filter(({ fact }) => !ids.some((id) => isWithin(fact, id)))).toEqual([]);
  });
});
