import type { TableBlock } from '../../../../../markdown/blocks.js';
import { fact, type ErrorFragment } from '../../../../../model/fragments.js';
import { pascalCase } from '../names.js';
import type { PageContext } from '../page-context.js';
import { phraseOf, plain } from '../phrase.js';
import { withDescendants, type Item } from '../sections.js';

/** The errors that every call of a guide may answer with: tables of codes that stand in no method's section. */
export function callErrors(page: PageContext): readonly ErrorFragment[] {
  const before = known.get(page.guide);
  if (before) return before;
  const found = page.guide.analyses().flatMap(({ outline, sites }) => {
    const used = new Set(sites.flatMap(({ items }) => items));
    const items = [...withDescendants(outline.root)].flatMap((section) => section.items);
    return tablesIn(items.filter((item) => !used.has(item)));
  });
  known.set(page.guide, found);
  return found;
}

const known = new WeakMap<PageContext['guide'], readonly ErrorFragment[]>();

/** The errors of tables of codes. */
export function callErrorsIn(items: readonly Item[], page: PageContext): readonly ErrorFragment[] {
  const found = tablesIn(items);
  for (const { source } of found) page.lines.take(source);
  return found;
}

const tablesIn = (items: readonly Item[]): readonly ErrorFragment[] =>
  items.flatMap(({ block }) => (block.kind === 'table' ? errorsIn(block) : []));

const CODE_HEAD = /^(?:error |rpc |json-?rpc )*(?:codes?|numbers?)$/i;
const NAME_HEAD = /^(?:error |symbolic )?(?:messages?|names?|errors?|titles?|constants?|types?)$/i;
const TEXT_HEAD = /^(?:meanings?|descriptions?|details?|explanations?|reasons?|causes?|possible reason)$/i;

function errorsIn({ header, rows }: TableBlock): readonly ErrorFragment[] {
  const heads = header.map(({ inline }) => plain(phraseOf(inline).text).trim());
  const codeAt = heads.findIndex((head) => CODE_HEAD.test(head));
  const nameAt = heads.findIndex((head) => NAME_HEAD.test(head));
  const textAt = heads.findIndex((head) => TEXT_HEAD.test(head));
  if (codeAt < 0 || (nameAt < 0 && textAt < 0)) return [];
  return rows.flatMap(({ cells, source }) => {
    const text = (at: number): string => plain(cells[at] ? phraseOf(cells[at].inline).text : '').trim();
    const [, code] = /^`?([-−–]?\d{1,9})`?$/.exec(text(codeAt)) ?? [];
    const words = text(nameAt < 0 ? textAt : nameAt);
    if (code === undefined || words === '') return [];
    const number = Number(code.replace(/[−–]/, '-'));
    const description = textAt < 0 ? '' : text(textAt);
    return [
      {
        name: nameOf(words, number),
        code: fact(number, source),
        ...(description !== '' && { description }),
        members: [],
        source,
        known: 'stated' as const,
      },
    ];
  });
}

/** `Station not found.` gives `StationNotFound`; of a sentence only the code tells. */
function nameOf(words: string, code: number): string {
  const name = pascalCase(words.split(/[.,;:(]/)[0] ?? '');
  return /^[A-Za-z]\w{1,39}$/.test(name) ? name : `Error${String(code).replace('-', 'Minus')}`;
}
