import type { Block } from '../../../../markdown/blocks.js';
import { valuesOfBlock, type ListedValues } from './enums.js';
import { parseExample, type ExampleValue } from './json-example.js';
import { isMember, rowsOfBlock, rowsOfHeadings, type Style } from './member-lists.js';
import { isGeneric, nameOfTitle } from './names.js';
import { roleOf } from './role-words.js';
import type { RowList } from './rows.js';
import { withAncestors, type Item, type PageOutline, type Section } from './sections.js';

/** What a section defines, for others to refer to. */
export type Definition = Found & {
  /** `page.md#anchor`, in lower case; the page alone for what it is about as a whole. */
  readonly ids: readonly string[];
};

type Found = FoundShape | FoundExample | FoundValues;

interface FoundBase {
  readonly name: string;
  readonly section: Section;
}

interface FoundShape extends FoundBase {
  readonly kind: 'shape';
  readonly rows: RowList;
  /** JSON of the same object, which may show members that the lists leave out. */
  readonly shown?: FoundExample;
  /** The object of the same page that this one adds members to. */
  readonly base?: FoundShape;
}

/** An object of which the page shows nothing but JSON. */
interface FoundExample extends FoundBase {
  readonly kind: 'example';
  readonly example: ExampleValue;
  readonly block: Block;
}

interface FoundValues extends FoundBase {
  readonly kind: 'enum';
  /** True where a line in bold heads it among others, so that the section's anchors do not lead to it. */
  readonly captioned: boolean;
  readonly listed: ListedValues;
  readonly block: Block;
}

/** The objects and lists of values that sections define; those within descriptions of operations define values only. */
export function definitionsIn(
  outline: PageOutline,
  sections: readonly Section[],
  within: readonly Section[],
  style: Style,
): readonly Definition[] {
  const found = sections.flatMap((section) => definitionsOf(section, style));
  const values = within
    .filter(({ title }) => !roleOf(title)?.side)
    .flatMap((section) => definitionsOf(section, style).filter(({ kind }) => kind === 'enum'));
  return withIds([...withBases(withoutSamples(partsJoined(found))), ...values], outline);
}

const SAMPLE = /^(?:Example|Sample)(?:Of)?(?:Partial)?(?=\p{Lu})/u;

/** `Example User Object` shows what a list describes, and defines an object only where none does. */
function withoutSamples(found: readonly Found[]): readonly Found[] {
  const named = new Set(found.map(({ name }) => name));
  return found.flatMap((one) => {
    const name = one.kind === 'example' ? one.name.replace(SAMPLE, '') : one.name;
    return name === one.name ? [one] : named.has(name) ? [] : [{ ...one, name }];
  });
}

/**
 * A section may list only what its object has beyond another one of the page: then the JSON below its heading shows both,
 * members of its own and several that the other list describes.
 */
function withBases(found: readonly Found[]): readonly Found[] {
  const shapes = found.filter((one): one is FoundShape => one.kind === 'shape');
  if (shapes.length < 2) return found;
  return found.map((one) => {
    const beyond = one.kind === 'shape' ? shownBeyond(one) : [];
    const base =
      beyond.length < 2 ? undefined : shapes.find((other) => other !== one && describesMost(other, beyond));
    return base ? { ...one, base } : one;
  });
}

/** What the JSON of a section shows that its own list leaves out. */
function shownBeyond({ section, rows }: FoundShape): readonly string[] {
  const example = section.items.flatMap(({ block }) =>
    block.kind === 'code' ? (parseExample(block.text) ?? []) : [],
  )[0];
  if (example?.kind !== 'object') return [];
  const own = new Set(rows.rows.map(({ name }) => name));
  const beyond = example.members.map(({ name }) => name).filter((name) => !own.has(name));
  return beyond.length < example.members.length ? beyond : [];
}

const describesMost = ({ rows }: FoundShape, names: readonly string[]): boolean =>
  names.filter((name) => rows.rows.some((row) => row.name === name)).length * 3 >= names.length * 2;

function definitionsOf(section: Section, style: Style): readonly Found[] {
  const attributes = isMember(section) ? undefined : rowsOfHeadings(section);
  const name = nameOf(section);
  if (attributes) {
    const shown = exampleIn(section, name);
    return [{ kind: 'shape', name, section, rows: attributes, ...(shown && { shown }) }];
  }
  const lists = section.items
    .filter((item) => !isAboutMessages(item))
    .flatMap(({ block, captions }) => fromBlock(block, section, captions[0], style));
  const shapes = lists.filter(({ kind }) => kind === 'shape');
  if (lists.length > 0) return shapes.length > 1 ? joined(lists) : lists;
  return fromExample(section, name);
}

/** `Such an operation takes two query parameters:` above a list. */
const isAboutMessages = ({ lead }: Item): boolean =>
  lead !== undefined &&
  /\b(?:(?:query|path|url|request|header) (?:string )?param|response|headers?|parameters)\b[^.]*:\s*$/i.test(
    lead.text,
  );

function fromBlock(
  block: Block,
  section: Section,
  caption: string | undefined,
  style: Style,
): readonly Found[] {
  const name =
    caption !== undefined && !isGeneric(caption) && !roleOf(caption) ? nameOfTitle(caption) : nameOf(section);
  const rows = rowsOfBlock(block, style);
  if (rows && (rows.typed || (block.kind === 'table' && rows.saysRequired)))
    return [{ kind: 'shape', name, section, rows }];
  const listed = valuesOfBlock(block);
  return listed
    ? [
        {
          kind: 'enum',
          name,
          section,
          block,
          listed,
          captioned: caption !== undefined && name !== nameOf(section),
        },
      ]
    : [];
}

/** Several lists of one name below one heading are parts of one object. */
function joined(found: readonly Found[]): readonly Found[] {
  const first = new Map<string, Found>();
  for (const one of found) {
    const before = first.get(`${one.kind} ${one.name}`);
    if (!before) first.set(`${one.kind} ${one.name}`, one);
    else if (before.kind === 'shape' && one.kind === 'shape')
      first.set(`${one.kind} ${one.name}`, {
        ...before,
        rows: { ...before.rows, rows: [...before.rows.rows, ...one.rows.rows] },
      });
  }
  return [...first.values()];
}

/** `Properties`, `Relationships` and `JSON representation` below one title are parts of one object. */
function partsJoined(found: readonly Found[]): readonly Found[] {
  const joinedTo = new Map<Found, Found>();
  const whole = new Map<Section, FoundShape>();
  for (const one of found) {
    const owner = isGeneric(one.section.title) && one.kind === 'shape' ? namedAround(one.section) : undefined;
    const before = owner && whole.get(owner);
    if (owner && one.kind === 'shape' && !before) whole.set(owner, one);
    else if (owner && one.kind === 'shape' && before) joinedTo.set(one, before);
  }
  return found.flatMap((one) => {
    if (joinedTo.has(one)) return [];
    const owner = namedAround(one.section);
    if (one.kind === 'example' && isGeneric(one.section.title) && whole.has(owner)) return [];
    if (one.kind !== 'shape' || whole.get(owner) !== one) return [one];
    const others = [...joinedTo].flatMap(([part, main]) =>
      main === one && part.kind === 'shape' ? part.rows.rows : [],
    );
    const shown = found.find(
      (other): other is FoundExample =>
        other.kind === 'example' && isGeneric(other.section.title) && namedAround(other.section) === owner,
    );
    return [{ ...one, rows: { ...one.rows, rows: [...one.rows.rows, ...others] }, ...(shown && { shown }) }];
  });
}

/** The nearest section whose title names something. */
function namedAround(section: Section): Section {
  for (const around of withAncestors(section)) if (!isGeneric(around.title)) return around;
  return section;
}

/** An object of which the page shows JSON and no list. */
function fromExample(section: Section, name: string): readonly Found[] {
  const isObject = /\b(?:object|resource|structure|schema|model|entity|representation)\b/i.test(
    section.title,
  );
  const found = isObject ? exampleIn(section, name) : undefined;
  return found ? [found] : [];
}

function exampleIn(section: Section, name: string): FoundExample | undefined {
  for (const { block } of section.items) {
    const example = block.kind === 'code' ? parseExample(block.text) : undefined;
    if (example?.kind === 'object') return { kind: 'example', name, section, block, example };
  }
  return undefined;
}

/** The name of the section, or of the one around it where its own only says that fields follow. */
function nameOf(section: Section): string {
  for (const around of withAncestors(section)) if (!isGeneric(around.title)) return nameOfTitle(around.title);
  return 'Object';
}

/**
 * A section's anchors lead to what it defines. Those of the section around it do, too, where both have one name; where no
 * other has, they lead to its first object. The page as a whole leads to the first object on it.
 */
function withIds(found: readonly Found[], { path, root }: PageOutline): readonly Definition[] {
  const owners = new Map<string, Found>();
  const claim = (one: Found, section: Section): void => {
    for (const anchor of section.heading ? [section.heading.slug, ...section.heading.ids] : []) {
      const id = `${path}#${anchor}`.toLowerCase();
      if (!owners.has(id)) owners.set(id, one);
    }
  };
  for (const one of found) if (one.kind !== 'enum' || !one.captioned) claim(one, one.section);
  for (const one of found) for (const around of sameNamed(one, root)) claim(one, around);
  for (const one of found)
    if (one.kind !== 'enum')
      for (const around of withAncestors(one.section.parent)) if (around !== root) claim(one, around);
  const main = found.find(({ kind }) => kind !== 'enum') ?? found[0];
  if (main) owners.set(`${path}#`.toLowerCase(), main);
  const ids = new Map<Found, string[]>(found.map((one) => [one, []]));
  for (const [id, owner] of owners) ids.get(owner)?.push(id);
  return found.map((one) => ({ ...one, ids: ids.get(one) ?? [] }));
}

/** The sections around it that are about the same thing. */
function* sameNamed({ name, section }: Found, root: Section): Generator<Section> {
  let generic = isGeneric(section.title);
  for (const around of withAncestors(section.parent)) {
    if (around === root || !(generic || nameOfTitle(around.title) === name)) return;
    yield around;
    generic = isGeneric(around.title);
  }
}
