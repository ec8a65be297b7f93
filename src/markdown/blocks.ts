import type { SourceRange } from '../diagnostics/position.js';

/** What has a place in a file. */
export interface Located {
  readonly source: SourceRange;
}

/** Running text: of a paragraph, a heading, a cell, a term. */
export interface Inline extends Located {
  /** Decoded, without marks, code ticks and HTML; white space collapsed; `<br>` and hard breaks are line feeds. */
  readonly text: string;
  /** The file's own characters. */
  readonly raw: string;
  /** For people: code, emphasis and links to other sites kept, links to other pages reduced to their text. */
  readonly markdown: string;
  readonly spans: readonly InlineSpan[];
}

export type InlineSpan =
  | TextSpan
  | BreakSpan
  | ImageSpan
  | ParentSpan
  | LinkSpan
  | ElementSpan
  | ShortcodeSpan;

interface Span extends Located {
  /** As in `Inline.text`, but white space at the ends is kept. */
  readonly text: string;
}

export interface TextSpan extends Span {
  readonly kind: 'text';
}

/** The end of a source line (`text` is a space), or of a line that is to be seen (a line feed). */
export interface BreakSpan extends Span {
  readonly kind: 'break';
  readonly hard: boolean;
}

export interface ImageSpan extends Span {
  readonly kind: 'image';
  readonly url: string;
}

/** In Markdown or as an element: code has children only where it is an element. */
export interface ParentSpan extends Span {
  readonly kind: 'code' | 'strong' | 'emphasis' | 'delete';
  readonly children: readonly InlineSpan[];
}

export interface LinkSpan extends Span {
  readonly kind: 'link';
  readonly url: string;
  readonly children: readonly InlineSpan[];
}

/** An element that HTML knows (`html`), or any other (`component`). */
export interface ElementSpan extends Span {
  readonly kind: 'html' | 'component';
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly InlineSpan[];
}

/** A shortcode, a template tag or a variable; its `text` is empty but for variables, which keep their braces. */
export interface ShortcodeSpan extends Span {
  readonly kind: 'shortcode';
  readonly name: string;
  /** What stands behind the name. */
  readonly argument: string;
  readonly attributes: Attributes;
}

export interface Attribute extends Located {
  /** Decoded; true where an attribute has no value. */
  readonly value: string | true;
  /** True for `{…}`, whose value is the text between the braces. */
  readonly expression: boolean;
}

/** By name; what has none is numbered from 0. */
export type Attributes = Readonly<Record<string, Attribute>>;

export type Block =
  | HeadingBlock
  | ParagraphBlock
  | CodeBlock
  | ListBlock
  | TableBlock
  | DefinitionListBlock
  | ComponentBlock
  | QuoteBlock
  | HtmlBlock
  | CommentBlock
  | FrontMatterBlock
  | ImportBlock
  | RuleBlock;

export interface HeadingBlock extends Located {
  readonly kind: 'heading';
  readonly depth: number;
  readonly inline: Inline;
  /** What links name it by, beside the slug: `{#id}`, `<a name>` and `<X id />` in it or directly above it. */
  readonly ids: readonly string[];
  /** What hosts of Markdown make of the text, numbered where a page has it twice. */
  readonly slug: string;
}

export interface ParagraphBlock extends Located {
  readonly kind: 'paragraph';
  readonly inline: Inline;
  /** The same, line by line of the file. */
  readonly lines: readonly Inline[];
}

export interface CodeBlock extends Located {
  readonly kind: 'code';
  readonly lang: string | undefined;
  /** What stands behind the language. */
  readonly meta: string | undefined;
  readonly text: string;
  /** Of the first line of the text, and where its lines begin. */
  readonly line: number;
  readonly column: number;
  readonly fenced: boolean;
}

export interface ListBlock extends Located {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}

export interface ListItem extends Located {
  /** Of the first block, where that is a paragraph. */
  readonly inline: Inline | undefined;
  readonly blocks: readonly Block[];
}

export interface TableBlock extends Located {
  readonly kind: 'table';
  readonly origin: 'gfm' | 'html';
  /** Empty where an HTML table has no row of `<th>`. */
  readonly header: readonly Cell[];
  readonly rows: readonly Row[];
}

export interface Row extends Located {
  /** As many as the row has, which may be fewer or more than the header has. */
  readonly cells: readonly Cell[];
}

/** A cell; its source is what stands in it, without white space at the ends. */
export interface Cell extends Located {
  readonly inline: Inline;
  /** All that a cell of an HTML table holds; empty in tables of pipes. */
  readonly blocks: readonly Block[];
  readonly rowSpan: number;
  readonly colSpan: number;
}

export interface DefinitionListBlock extends Located {
  readonly kind: 'definitions';
  readonly origin: 'markdown' | 'html';
  readonly entries: readonly DefinitionEntry[];
}

export interface DefinitionEntry extends Located {
  /** Mostly one. */
  readonly terms: readonly Inline[];
  readonly details: readonly (readonly Block[])[];
}

/**
 * What names itself: an element of MDX or Vue, an HTML element that has no block of its own, a shortcode or template tag,
 * a directive.
 */
export interface ComponentBlock extends Located {
  readonly kind: 'component';
  readonly origin: 'element' | 'html' | 'shortcode' | 'directive';
  readonly name: string;
  readonly attributes: Attributes;
  /** What stands behind the name of a shortcode or directive, as a directive's title does. */
  readonly argument: string;
  readonly blocks: readonly Block[];
  /** True where it has no end of its own: `<X />`, `{{< x >}}`. */
  readonly selfClosing: boolean;
}

export interface QuoteBlock extends Located {
  readonly kind: 'quote';
  readonly blocks: readonly Block[];
}

/** What says nothing to a reader: scripts, styles, anchors, and exports of MDX. */
export interface HtmlBlock extends Located {
  readonly kind: 'html';
  readonly text: string;
}

/** Not part of the page; some guides keep notes for their tools in it. */
export interface CommentBlock extends Located {
  readonly kind: 'comment';
  readonly text: string;
}

export interface FrontMatterBlock extends Located {
  readonly kind: 'front-matter';
  readonly format: 'yaml' | 'toml';
  readonly text: string;
  /** The values on lines of their own at the top level, without quotes. */
  readonly fields: Readonly<Record<string, FrontMatterField>>;
}

export interface FrontMatterField extends Located {
  readonly value: string;
}

/** Text of another file: `import X from "…"`, `@include "…"`, `{% include … %}`. */
export interface ImportBlock extends Located {
  readonly kind: 'import';
  /** Under which the page uses it; none where it is put in place. */
  readonly names: readonly string[];
  readonly path: string;
}

export interface RuleBlock extends Located {
  readonly kind: 'rule';
}
