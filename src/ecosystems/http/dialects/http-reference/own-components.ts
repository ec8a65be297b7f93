import type { ComponentMeaning } from '../../../../base/house-style.js';
import type { Attributes, Block, ComponentBlock } from '../../../../markdown/blocks.js';
import type { Reading } from '../../../dialect.js';
import { mapBlocks } from './map-blocks.js';

/** Components of a guide's own under the names and attributes that others have for the same. */
export const inUsualComponents = (
  blocks: readonly Block[],
  own: NonNullable<Reading['components']>,
): readonly Block[] =>
  mapBlocks(blocks, (block) =>
    block.kind === 'component' && Object.hasOwn(own, block.name)
      ? usualComponent(block, own[block.name] ?? 'ignore')
      : block,
  );

function usualComponent(block: ComponentBlock, said: ComponentMeaning): Block {
  const { means, place, ...names } = typeof said === 'string' ? { means: said } : said;
  if (means === 'ignore') return { kind: 'comment', text: '', source: block.source };
  const attributes = renamed(block.attributes, names);
  if (means === 'request') return { ...block, origin: 'element', name: 'Endpoint', attributes };
  const name = place === 'response' ? 'ResponseField' : 'ParamField';
  const travels = place === undefined ? undefined : PLACES[place];
  const placed = travels && { in: { value: travels, expression: false, source: block.source } };
  return { ...block, origin: 'element', name, attributes: { ...attributes, ...placed } };
}

const PLACES: Readonly<Record<string, string>> = {
  query: 'query',
  header: 'header',
  path: 'path',
  cookie: 'cookie',
  body: 'body',
  form: 'body',
};

/** Attributes under the usual names; those that are not spoken of keep theirs. */
function renamed(attributes: Attributes, names: Readonly<Record<string, string | undefined>>): Attributes {
  const taken = new Set(Object.values(names));
  const kept = Object.entries(attributes).filter(([name]) => !taken.has(name) && names[name] === undefined);
  const said = Object.entries(names).flatMap(([usual, own]) => {
    const attribute = own === undefined ? undefined : attributes[own];
    return attribute ? [[usual, attribute] as const] : [];
  });
  return Object.fromEntries([...kept, ...said]);
}
