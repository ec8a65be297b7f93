import type { SourceRange } from '../../../../diagnostics/position.js';
import type { Block, Inline } from '../../../../markdown/blocks.js';
import { labelledLines } from './labelled-lines.js';
import { part, phraseOf, plain, type Phrase } from './phrase.js';

/** One line of a card. */
export interface KeyValue {
  /** In lower case, without its colon. */
  readonly label: string;
  readonly value: Phrase;
  readonly source: SourceRange;
  /** Blocks below it, such as a table behind `Parameters:`. */
  readonly blocks: readonly Block[];
}

/** The labelled values of a list, a table of two columns, lines in bold, or definitions; empty where it is no card. */
export function keyValues(block: Block): readonly KeyValue[] {
  switch (block.kind) {
    case 'list':
      return block.items.flatMap(({ inline, blocks }) =>
        inline ? withBlocks(fromLine(inline), blocks.slice(1)) : [],
      );
    case 'paragraph':
      return labelledLines(block).map(({ label, value, line }) => ({
        label,
        value,
        source: line.source,
        blocks: [],
      }));
    case 'definitions':
      return block.entries.flatMap(({ terms: [term], details: [detail] }) => {
        const [first] = detail ?? [];
        return term && first?.kind === 'paragraph'
          ? [keyValue(term, phraseOf(first.inline), first.source)]
          : [];
      });
    case 'table':
      return block.header.length <= 2 ? fromRows(block) : [];
    default:
      return [];
  }
}

const withBlocks = (entries: readonly KeyValue[], blocks: readonly Block[]): readonly KeyValue[] =>
  blocks.length === 0 ? entries : entries.map((entry) => ({ ...entry, blocks }));

const keyValue = (key: Inline, value: Phrase, source: SourceRange): KeyValue => ({
  label: labelText(plain(phraseOf(key).text)),
  value,
  source,
  blocks: [],
});

const labelText = (text: string): string => text.trim().replace(/\s*:$/, '').toLowerCase();

/** `Label: value`, the label a few words long. */
function fromLine(inline: Inline): readonly KeyValue[] {
  const phrase = phraseOf(inline);
  const at = phrase.text.indexOf(':');
  const label = labelText(plain(phrase.text.slice(0, Math.max(at, 0))));
  if (at < 1 || at > 40 || !/^[a-z][a-z -]*$/.test(label)) return [];
  return [{ label, value: part(phrase, phrase.text.slice(at + 1)), source: inline.source, blocks: [] }];
}

/** The head of such a table is its first row. */
function fromRows({ header, rows }: Extract<Block, { kind: 'table' }>): readonly KeyValue[] {
  return [header, ...rows.map(({ cells }) => cells)].flatMap(([key, value]) =>
    key && value ? [keyValue(key.inline, phraseOf(value.inline), value.source)] : [],
  );
}
