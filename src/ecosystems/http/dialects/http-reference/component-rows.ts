import type { Attributes, Block, ComponentBlock } from '../../../../markdown/blocks.js';
import type { MemberPlace } from '../../../../model/fragments.js';
import { phraseOf, plainPhrase, type Phrase } from './phrase.js';
import type { NameMarks, Row } from './rows.js';

/** Attributes whose value is the name of a member that travels there. */
const PLACES: Readonly<Record<string, MemberPlace>> = {
  query: 'query',
  path: 'label',
  body: 'body',
  header: 'header',
  cookie: 'cookie',
};

/** A member that a component describes by its attributes; undefined for a component that describes none. */
export function rowOfComponent(component: ComponentBlock): Row | undefined {
  const { attributes, name: element, source, blocks } = component;
  if (!/param|field|property|attribute|argument/i.test(element)) return undefined;
  const placed = Object.entries(PLACES).find(([key]) => typeof attributes[key]?.value === 'string');
  const named = placed
    ? attributes[placed[0]]
    : (attributes['name'] ?? attributes['title'] ?? attributes['field']);
  if (typeof named?.value !== 'string') return undefined;
  const { name, marks } = cleanName(named.value);
  const place = placed?.[1] ?? placeOf(textOf(attributes, ['in', 'location', 'place', 'paramType']));
  return {
    name,
    source,
    nameSource: named.source,
    depth: 0,
    ...(place && { place }),
    ...phrases(attributes),
    marks: { ...marks, ...marksOf(attributes) },
    description: [...paragraphsOf(blocks), ...described(attributes)],
    children: childrenOf(blocks).map((child) => within(child, name)),
    blocks: blocks.filter(({ kind }) => kind === 'list' || kind === 'table'),
  };
}

const cleanName = (text: string): { name: string; marks: NameMarks } => ({
  name: text.trim().replace(/[?*]$/, '').replace(/^:/, ''),
  marks: text.trim().endsWith('?') ? { question: true } : {},
});

/** The first of the attributes that has a text. */
export const textOf = (attributes: Attributes, keys: readonly string[]): string | undefined => {
  for (const key of keys) {
    const value = attributes[key]?.value;
    if (typeof value === 'string') return value;
  }
  return undefined;
};

const placeOf = (word: string | undefined): MemberPlace | undefined =>
  word === undefined ? undefined : PLACES[word.toLowerCase()];

function phrases(attributes: Attributes): Partial<Pick<Row, 'type' | 'default' | 'values'>> {
  const said = (...keys: readonly string[]): Phrase | undefined => {
    const attribute = keys.map((key) => attributes[key]).find((one) => one && typeof one.value === 'string');
    return attribute && typeof attribute.value === 'string'
      ? plainPhrase(attribute.value.replace(/^(["'`])(.*)\1$/, '$2'), attribute.source)
      : undefined;
  };
  const [type, usual, values] = [
    said('type', 'dataType'),
    said('default', 'initialValue', 'defaultValue'),
    said('enum', 'options', 'values'),
  ];
  return { ...(type && { type }), ...(usual && { default: usual }), ...(values && { values }) };
}

function marksOf(attributes: Attributes): NameMarks {
  const said = (key: string): boolean | undefined => {
    const value = attributes[key]?.value;
    return value === undefined ? undefined : value === true || !/^(?:false|no|0)$/i.test(value.trim());
  };
  const optional = said('optional');
  const required = said('required') ?? (optional === undefined ? undefined : !optional);
  return {
    ...(required !== undefined && { required }),
    ...(said('deprecated') && { deprecated: true as const }),
  };
}

const described = (attributes: Attributes): readonly Phrase[] => {
  const said = attributes['description'];
  return said && typeof said.value === 'string' ? [plainPhrase(said.value, said.source)] : [];
};

/** The paragraphs of a component, and of those in it that only surround. */
const paragraphsOf = (blocks: readonly Block[]): readonly Phrase[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [phraseOf(block.inline)] : []));

/** `config.url` in `config` is its `url`. */
function within(child: Row, owner: string): Row {
  const [prefix] = [`${owner}.`, `${owner}[].`, `${owner.replace(/\[\]$/, '')}[].`].filter((start) =>
    child.name.startsWith(start),
  );
  return prefix === undefined ? child : { ...child, name: child.name.slice(prefix.length) };
}

/** Members described in it, however deep they are wrapped. */
function childrenOf(blocks: readonly Block[]): readonly Row[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.flatMap((item) => childrenOf(item.blocks));
    if (block.kind !== 'component') return [];
    const row = rowOfComponent(block);
    return row ? [row] : childrenOf(block.blocks);
  });
}

/** True where components of these list what a request or response holds. */
export const isFieldOfResponse = ({ name }: ComponentBlock): boolean => /response|result|return/i.test(name);
