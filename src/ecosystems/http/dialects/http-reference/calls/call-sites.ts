import type { FoundRequest } from '../find-requests.js';
import { rowsOfBlock, type Style } from '../member-lists.js';
import type { FoundSites, OperationSite } from '../operation-sites.js';
import { roleOf } from '../role-words.js';
import { withDescendants, type PageOutline, type Section } from '../sections.js';
import type { CallStyle } from './call-style.js';

/** The sections of a page that describe a method which is called by its name; undefined where there are none. */
export function callSites(outline: PageOutline, calls: CallStyle, style: Style): FoundSites | undefined {
  const all = [...withDescendants(outline.root)];
  const owners = new Map<Section, string>();
  for (const section of all) {
    const name = methodOf(section, calls, style);
    if (name !== undefined) owners.set(section, name);
  }
  if (owners.size === 0) return undefined;
  const used = new Set<Section>();
  const sites = [...owners].map(([section, name]) => {
    const own = [...below(section, owners)];
    for (const one of own) used.add(one);
    return siteOf(section, own, name, calls);
  });
  const others = all.filter((section) => !used.has(section));
  return { sites, others, within: all.filter((section) => used.has(section)) };
}

function* below(section: Section, owners: ReadonlyMap<Section, unknown>): Generator<Section> {
  yield section;
  for (const child of section.children) if (!owners.has(child)) yield* below(child, owners);
}

function siteOf(section: Section, own: readonly Section[], name: string, calls: CallStyle): OperationSite {
  const source = section.heading?.inline.source ?? section.items[0]?.block.source ?? calls.source;
  const methods = [calls.kind === 'path' ? calls.method.value : 'POST'];
  const line: FoundRequest['line'] = { methods, path: `/${name}`, labels: [], query: [], rest: '' };
  return {
    section,
    title: section.title,
    call: name,
    requests: [{ line, source, section, example: false }],
    items: own.flatMap(({ items }) => items),
  };
}

const NAME = /^[^\w\s]*\s*([A-Za-z_]\w*(?:[.:/]\w+)*)\s*(?:\([^)]*\))?[^\w\s]*$/;

/** The name that a section is headed by, where it describes a method. */
function methodOf(section: Section, calls: CallStyle, style: Style): string | undefined {
  if (!section.heading && section.children.length > 0 && section.items.length === 0) return undefined;
  const name = NAME.exec(section.title.trim().slice(0, 200))?.[1];
  if (name === undefined) return undefined;
  if (calls.kind === 'rpc' && calls.names.has(name)) return name;
  const isWord = /^[A-Za-z][a-z]+$/.test(name);
  if (isWord && roleOf(name)) return undefined;
  if (/^[A-Z]/.test(name) && !/[.:/]/.test(name)) return undefined;
  return describesMethod(section, style, isWord) ? name : undefined;
}

/** Parameters, or words that only methods have. */
function describesMethod(section: Section, style: Style, isWord: boolean): boolean {
  const texts = section.items.flatMap(({ block }) => (block.kind === 'paragraph' ? [block.inline.text] : []));
  const says = texts.some((text) =>
    /\b(?:this method|returns?|returned|on success|no (?:parameters|arguments))\b/i.test(text),
  );
  if (says) return true;
  if (isWord) return false;
  return (
    section.items.some(({ block }) => rowsOfBlock(block, style)?.typed === true) ||
    section.items.some(({ captions }) => captions.some((words) => roleOf(words)?.side !== undefined)) ||
    section.children.some(({ title }) => roleOf(title)?.side !== undefined)
  );
}
