import type { SourceRange } from '../../diagnostics/position.js';
import type { Block, HeadingBlock, Inline, InlineSpan } from '../blocks.js';

/** Gives headings the names that links know them by. */
export class HeadingNames {
  private readonly used = new Map<string, number>();
  /** Names of anchors directly above. */
  private above: string[] = [];

  /** Notes a block that is no heading. */
  pass(block: Block): void {
    const ids = anchorsOf(block);
    this.above = ids ? [...this.above, ...ids] : block.kind === 'comment' ? this.above : [];
  }

  heading(depth: number, inline: Inline, source: SourceRange): HeadingBlock {
    const { inline: own, id } = withoutId(inline);
    const ids = [...this.above, ...spanIds(own.spans), ...(id === undefined ? [] : [id])];
    this.above = [];
    return { kind: 'heading', depth, inline: own, ids, slug: this.unique(slugOf(own.text)), source };
  }

  private unique(slug: string): string {
    const count = this.used.get(slug) ?? 0;
    this.used.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  }
}

const ASCII = /^[ -~]*$/;

/** As most hosts of Markdown make them: small letters, digits and underscores, with hyphens for spaces. */
const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(ASCII.test(text) ? /[^\w\- ]/g : /[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');

/** The names that an anchor gives to what is below it; none for a block that is more than an anchor. */
function anchorsOf(block: Block): readonly string[] | undefined {
  if (block.kind === 'html')
    return [...block.text.matchAll(/\s(?:id|name)=["']([^"'<>]+)["']/g)].map(([, id = '']) => id);
  if (block.kind !== 'component' || !block.selfClosing) return undefined;
  const id = block.attributes['id']?.value ?? block.attributes['name']?.value;
  return typeof id === 'string' ? [id] : [];
}

const spanIds = (spans: readonly InlineSpan[]): string[] =>
  spans.flatMap((span) => {
    if (span.kind !== 'html' && span.kind !== 'component') return [];
    const id = span.attributes['id']?.value ?? span.attributes['name']?.value;
    return typeof id === 'string' ? [id] : [];
  });

const ATTRIBUTES = /^\{:?([^{}]*)\}$/;
const ALIAS = /^\(\(#([^\s()]+)\)\)$/;

/** The id of `{#id .class}` or `((#id))`; empty where there are only other attributes, none where it is text. */
function idOf(mark: string): string | undefined {
  const words = ATTRIBUTES.exec(mark)?.[1]?.trim().split(/\s+/) ?? [];
  if (!/^[.#]/.test(words[0] ?? '')) return ALIAS.exec(mark)?.[1];
  if (!words.every((word) => /^[.#][\w:.-]+$|^[\w-]+=/.test(word))) return undefined;
  return words.find((word) => word.startsWith('#'))?.slice(1) ?? '';
}

/** Takes what gives a heading an id or a class off its end. */
function withoutId(inline: Inline): { inline: Inline; id?: string } {
  const last = inline.spans.at(-1);
  if (last?.kind !== 'text') return { inline };
  const start = Math.max(last.text.lastIndexOf('{'), last.text.lastIndexOf('(('));
  const mark = start < 0 ? '' : last.text.slice(start).trim();
  const id = idOf(mark);
  if (id === undefined) return { inline };
  const text = last.text.slice(0, start).trimEnd();
  const source = { ...last.source, endColumn: last.source.endColumn - (last.text.length - text.length) };
  const spans = [...inline.spans.slice(0, -1), ...(text === '' ? [] : [{ ...last, text, source }])];
  const own = { ...inline, spans, text: cut(inline.text, mark), markdown: cut(inline.markdown, mark) };
  return id === '' ? { inline: own } : { inline: own, id };
}

const cut = (text: string, end: string): string =>
  text.endsWith(end) ? text.slice(0, -end.length).trimEnd() : text;
