import type { Block } from '../../../../markdown/blocks.js';
import type { PageOutline } from './sections.js';
import { phraseOf, plain } from './phrase.js';
import { withDescendants } from './sections.js';

/** What a caller of an operation has to show: nothing, a key, or a key and a signature. */
export type Needs = 'nothing' | 'key' | 'signature';

/** The marks by which a guide says next to an operation what it needs: `Orders (PRIVATE)`. */
export interface AuthMarks {
  readonly needs: ReadonlyMap<string, Needs>;
  /** What an operation without a mark needs. */
  readonly unmarked?: Needs;
}

/** Reads the table or list that explains the marks, and the sentence about operations that have none. */
export function authMarksIn(outlines: readonly PageOutline[]): AuthMarks {
  const needs = new Map<string, Needs>();
  let unmarked: Needs | undefined;
  for (const { root } of outlines) {
    for (const section of withDescendants(root)) {
      if (!/\b(?:security|auth\w*|access)\b/i.test(section.title)) continue;
      for (const { block } of section.items) {
        for (const [mark, words] of explained(block)) {
          const need = needIn(words);
          if (need && !needs.has(mark)) needs.set(mark, need);
        }
        const word = UNMARKED.exec(wordsOfBlock(block))?.[1];
        if (word !== undefined) unmarked ??= needs.get(word) ?? needIn(word);
      }
    }
  }
  return { needs, ...(unmarked && { unmarked }) };
}

const UNMARKED =
  /\b[Ii]f no (?:[\w-]+ ){1,4}(?:is|are) (?:stated|given|specified|listed|mentioned|shown)\b[^.]{0,60}?\b([A-Z][A-Z_]+|none|public)\b/;

/** A word in capitals and what is said of it. */
function explained(block: Block): readonly (readonly [string, string])[] {
  const rows =
    block.kind === 'table'
      ? block.rows.map(({ cells }) => cells.map(({ inline }) => plain(phraseOf(inline).text)))
      : block.kind === 'list'
        ? block.items.map(({ inline }) =>
            inline ? plain(phraseOf(inline).text).split(/\s*[:–—]\s|\s-\s/) : [],
          )
        : [];
  return rows.flatMap(([mark = '', ...words]) =>
    /^[A-Z][A-Z_]{2,30}$/.test(mark) && words.length > 0 ? [[mark, words.join(' ')] as const] : [],
  );
}

function needIn(words: string): Needs | undefined {
  if (/\bsign(?:ature|ed|ing)\b/i.test(words)) return 'signature';
  if (/\bapi[- ]?keys?\b/i.test(words) && !/\b(?:no|without|not)\b/i.test(words)) return 'key';
  return /\b(?:freely|public(?:ly)?|none|no (?:auth\w*|api[- ]?key|key|credentials|login)|without|anyone|not (?:needed|required))\b/i.test(
    words,
  )
    ? 'nothing'
    : undefined;
}

/** The words of a paragraph or a list. */
export const wordsOfBlock = (block: Block): string =>
  block.kind === 'paragraph'
    ? plain(phraseOf(block.inline).text)
    : block.kind === 'list'
      ? block.items.map(({ inline }) => (inline ? plain(phraseOf(inline).text) : '')).join('\n')
      : '';
