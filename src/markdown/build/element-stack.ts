import type { SourceRange } from '../../diagnostics/position.js';
import type { Attributes, InlineSpan, ParentSpan } from '../blocks.js';
import { hasOptionalEnd, isFlow, isHtml, isVoid } from '../scan/elements.js';
import type { TokenText } from '../scan/token.js';
import { joinText } from './inline-text.js';
import { attributeRecord } from './page.js';

interface OpenElement {
  readonly tag: TokenText;
  readonly raw: string;
  readonly source: SourceRange;
  readonly spans: InlineSpan[];
}

/** Deeper nesting is text. */
const MAX_OPEN = 40;

const MEANINGS: Readonly<Record<string, ParentSpan['kind']>> = {
  b: 'strong',
  strong: 'strong',
  em: 'emphasis',
  i: 'emphasis',
  del: 'delete',
  s: 'delete',
  strike: 'delete',
  code: 'code',
  tt: 'code',
  kbd: 'code',
  samp: 'code',
  pre: 'code',
};

/** Void elements that need no attributes. */
const BREAKS = /^(?:br|hr|wbr)$/;

/** True for a tag without attributes that nothing ends, as it was meant as text: `/files/<link>`, `list<object>`. */
const isText = ({ name, attributes }: TokenText): boolean =>
  !isHtml(name) || (attributes.length === 0 && !hasOptionalEnd(name));

/** Puts spans into the elements around them as tags come, whatever these leave open or end twice. */
export class ElementStack {
  private readonly root: InlineSpan[] = [];
  private readonly open: OpenElement[] = [];

  private get spans(): InlineSpan[] {
    return this.open.at(-1)?.spans ?? this.root;
  }

  push(span: InlineSpan): void {
    this.spans.push(span);
  }

  /** Ends the text before something that was found in the same node. */
  endTextAt({ line, column }: SourceRange): void {
    const last = this.spans.at(-1);
    if (last?.kind === 'text')
      this.spans[this.spans.length - 1] = {
        ...last,
        source: { ...last.source, endLine: line, endColumn: column },
      };
  }

  addTag(tag: TokenText, raw: string, source: SourceRange): void {
    if (tag.role === 'close') this.close(tag, source);
    else if (tag.role === 'single' || BREAKS.test(tag.name)) this.addSingle(tag, source);
    else if (isVoid(tag.name)) this.addVoid(tag, raw, source);
    else if (this.open.length < MAX_OPEN) this.open.push({ tag, raw, source, spans: [] });
    else this.push({ kind: 'text', text: raw, source });
  }

  finish(): InlineSpan[] {
    while (this.open.length > 0) this.abandon();
    return this.root;
  }

  private close(tag: TokenText, end: SourceRange): void {
    const at = this.open.findLastIndex((element) => element.tag.name === tag.name);
    if (at < 0) return;
    while (this.open.length > at + 1) this.abandon();
    const element = this.open.pop();
    if (element) this.addElement(element, end);
  }

  /** A start tag that nothing ends. */
  private abandon(): void {
    const element = this.open.pop();
    if (!element) return;
    const { tag, raw, source, spans } = element;
    if (isText(tag)) this.push({ kind: 'text', text: raw, source });
    else this.addSingle(tag, source);
    spans.forEach((span) => this.push(span));
  }

  private addSingle(tag: TokenText, source: SourceRange): void {
    if (tag.name === 'br') this.push({ kind: 'break', hard: true, text: '\n', source });
    else if (tag.name === 'img') this.addImage(tag, source);
    else this.push(this.element(tag, source, source, isFlow(tag.name) ? '\n' : '', []));
  }

  private addVoid(tag: TokenText, raw: string, source: SourceRange): void {
    if (isText(tag)) this.push({ kind: 'text', text: raw, source });
    else this.addSingle(tag, source);
  }

  private addImage(tag: TokenText, source: SourceRange): void {
    const value = (name: string): string => {
      const found = tag.attributes.find((attribute) => attribute.name === name)?.value;
      return typeof found === 'string' ? found : '';
    };
    this.push({ kind: 'image', text: value('alt'), url: value('src'), source });
  }

  private addElement({ tag, source: start, spans: children }: OpenElement, end: SourceRange): void {
    const source = { ...start, endLine: end.endLine, endColumn: end.endColumn };
    const text = joinText(children);
    const kind = Object.hasOwn(MEANINGS, tag.name) ? MEANINGS[tag.name] : undefined;
    const url = tag.name === 'a' ? tag.attributes.find(({ name }) => name === 'href')?.value : undefined;
    if (kind) this.push({ kind, text, children, source });
    else if (typeof url === 'string') this.push({ kind: 'link', url, text, children, source });
    else this.push(this.element(tag, start, source, isFlow(tag.name) ? `\n${text}` : text, children));
  }

  private element(
    tag: TokenText,
    start: SourceRange,
    source: SourceRange,
    text: string,
    children: readonly InlineSpan[],
  ): InlineSpan {
    const attributes: Attributes = attributeRecord(tag.attributes, (one) =>
      within(start, one.start, one.end),
    );
    return {
      kind: isHtml(tag.name) ? 'html' : 'component',
      name: tag.name,
      attributes,
      text,
      children,
      source,
    };
  }
}

/** Of a tag on several lines only the tag's place is known. */
const within = (tag: SourceRange, start: number, end: number): SourceRange =>
  tag.line === tag.endLine ? { ...tag, column: tag.column + start, endColumn: tag.column + end } : tag;
