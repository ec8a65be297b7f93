import type { Block } from '../../../../markdown/blocks.js';
import { part, phraseOf, plain, type Phrase } from './phrase.js';
import { rowList, type Row, type RowList } from './rows.js';

const HEAD =
  /^[*_\s]*(required|mandatory|optional)(?: (?:query|body|url|json|request))? (?:param(?:eter)?|field|attribute)s?[*_]*:[*_]*\s+(?=\uE000)/i;
const NAME = /\uE000([A-Za-z_][\w.[\]-]*)\uE001/g;

/** `Required parameters: `name` for what it is called and `size` in metres.`: a list in one sentence. */
export function namedParameters(block: Block): RowList | undefined {
  if (block.kind !== 'paragraph') return undefined;
  const phrase = phraseOf(block.inline);
  const head = HEAD.exec(phrase.text);
  if (!head) return undefined;
  const required = !/optional/i.test(head[1] ?? '');
  const rest = phrase.text.slice(head[0].length);
  const found = [...rest.matchAll(NAME)];
  const rows = found.map((match, at): Row => {
    const words = rest.slice(match.index + match[0].length, found[at + 1]?.index);
    return rowOf(match[1] ?? '', part(phrase, words), required);
  });
  return rows.length > 0 ? rowList(rows, block.source, true) : undefined;
}

const rowOf = (name: string, about: Phrase, required: boolean): Row => ({
  name,
  source: about.source,
  nameSource: about.source,
  depth: 0,
  marks: { required },
  description: plain(about.text).trim().length > 3 ? [about] : [],
  children: [],
  blocks: [],
});
