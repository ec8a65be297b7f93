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

/** As GitHub makes them: small letters, digits and underscores, with hyphens for spaces. */
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

const ID = /^(?:\{:?\s*#([^\s{}]+)[^{}]*\}|\(\(#([^\s()]+)\)\))$/;

/** Takes `{#id}` or `((#id))` off the end of a heading. */
function withoutId(inline: Inline): { inline: Inline; id?: string } {
  const last = inline.spans.at(-1);
  if (last?.kind !== 'text') return { inline };
  const start = Math.max(last.text.lastIndexOf('{'), last.text.lastIndexOf('(('));
  const mark = start < 0 ? '' : last.text.slice(start).trim();
  const [, braced, id = braced] = ID.exec(mark) ?? [];
  if (id === undefined) return { inline };
  const text = last.text.slice(0, start).trimEnd();
  const source = { ...last.source, endColumn: last.source.endColumn - (last.text.length - text.length) };
  const spans = [...inline.spans.slice(0, -1), ...(text === '' ? [] : [{ ...last, text, source }])];
  return {
    id,
    inline: { ...inline, spans, text: cut(inline.text, mark), markdown: cut(inline.markdown, mark) },
  };
}

const cut = (text: string, end: string): string =>
  text.endsWith(end) ? text.slice(0, -end.length).trimEnd() : text;
