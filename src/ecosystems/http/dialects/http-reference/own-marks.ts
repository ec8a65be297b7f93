import type { MarkMeaning } from '../../../../base/house-style.js';
import type { Block, Inline, InlineSpan, ListItem, Row, ShortcodeSpan } from '../../../../markdown/blocks.js';
import type { Reading } from '../../../dialect.js';
import { columnRole } from './columns.js';
import { mapBlocks } from './map-blocks.js';

/** A mark of the guide's own, as it is looked for in running text. */
interface OwnMark {
  readonly word: string;
  readonly says: MarkMeaning;
  readonly pattern: RegExp;
}

/**
 * Marks of a guide's own in a form that readers of rows know: taken out of where they stand, and put behind the name as
 * template tags such as `{{<required>}}`.
 */
export function inUsualMarks(
  blocks: readonly Block[],
  { marks = {}, columns }: Pick<Reading, 'marks' | 'columns'>,
): readonly Block[] {
  const own = Object.entries(marks).map(([word, says]) => ({
    word: word.trim().toLowerCase(),
    says,
    pattern: patternOf(word.trim()),
  }));
  return mapBlocks(blocks, (block) => {
    if (block.kind === 'table') {
      const nameAt = Math.max(
        block.header.findIndex(({ inline }) => columnRole(inline.text, columns) === 'name'),
        0,
      );
      return { ...block, rows: block.rows.map((row) => markedRow(row, nameAt, own)) };
    }
    if (block.kind === 'list') return { ...block, items: block.items.map((item) => markedItem(item, own)) };
    if (block.kind !== 'definitions') return block;
    const entries = block.entries.map((entry) => ({
      ...entry,
      terms: entry.terms.map((term) => {
        const { inline, says } = taken(term, own);
        return withMarks(inline, says);
      }),
    }));
    return { ...block, entries };
  });
}

function markedRow(row: Row, nameAt: number, own: readonly OwnMark[]): Row {
  const read = row.cells.map((cell) => ({ cell, ...taken(cell.inline, own) }));
  const says = read.flatMap((one) => one.says);
  if (says.length === 0) return row;
  const cells = read.map(({ cell, inline }, at) => ({
    ...cell,
    inline: at === nameAt ? withMarks(inline, says) : inline,
  }));
  return { ...row, cells };
}

function markedItem(item: ListItem, own: readonly OwnMark[]): ListItem {
  if (!item.inline) return item;
  const { inline, says } = taken(item.inline, own);
  return says.length === 0 ? item : { ...item, inline: withMarks(inline, says) };
}

const withMarks = (inline: Inline, says: readonly MarkMeaning[]): Inline =>
  says.length === 0
    ? inline
    : { ...inline, spans: [...inline.spans, ...says.map((name) => tagOf(name, inline))] };

const tagOf = (name: MarkMeaning, { source }: Inline): ShortcodeSpan => ({
  kind: 'shortcode',
  name,
  argument: '',
  attributes: {},
  text: '',
  source,
});

/** Running text without the marks in it, and what they say. */
function taken(inline: Inline, own: readonly OwnMark[]): { inline: Inline; says: readonly MarkMeaning[] } {
  const says: MarkMeaning[] = [];
  const spans = inline.spans.flatMap((span) => spanWithout(span, own, says));
  if (says.length === 0) return { inline, says };
  const text = spans
    .map((span) => span.text)
    .join('')
    .replace(/[ \t]+/g, ' ')
    .trim();
  return { inline: { ...inline, spans, text }, says };
}

function spanWithout(span: InlineSpan, own: readonly OwnMark[], says: MarkMeaning[]): readonly InlineSpan[] {
  const whole = own.find(({ word }) => word === wordOf(span));
  if (whole) {
    says.push(whole.says);
    return [];
  }
  if (span.kind === 'text' || (span.kind === 'code' && span.children.length === 0))
    return [{ ...span, text: textWithout(span.text, own, says) }];
  if (!('children' in span) || span.children.length === 0) return [span];
  const children = span.children.flatMap((child) => spanWithout(child, own, says));
  return [{ ...span, children, text: children.map(({ text }) => text).join('') } as InlineSpan];
}

const wordOf = (span: InlineSpan): string =>
  (span.kind === 'shortcode' || (span.kind === 'component' && span.text === '') ? span.name : span.text)
    .trim()
    .toLowerCase();

function textWithout(text: string, own: readonly OwnMark[], says: MarkMeaning[]): string {
  let rest = text;
  for (const { pattern, says: meaning } of own) {
    const without = rest.replace(pattern, (_, before: string) => before.replace(/[,;]\s*$/, ''));
    if (without === rest) continue;
    says.push(meaning);
    rest = without.replace(/\(\s*\)|\[\s*\]/g, '').replace(/([([])\s*[,;]\s*/g, '$1');
  }
  return rest;
}

/** Words stand apart as a part of their own, in brackets or between commas; signs behind one word or between blanks. */
function patternOf(word: string): RegExp {
  const literal = word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  return /[\p{L}\p{N}]/u.test(word)
    ? new RegExp(`(^\\s*|[([,;]\\s*|[.] )${literal}(?=\\s*(?:$|[)\\],;.:–—]))`, 'giu')
    : new RegExp(`(^\\s*|\\s|^[\\w.-]+)${literal}(?=\\s|$|[,:)])`, 'gu');
}
