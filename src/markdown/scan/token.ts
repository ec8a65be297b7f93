/** What marks a token off from text. */
export type Syntax = 'element' | 'shortcode' | 'directive' | 'comment' | 'raw' | 'import';

/** An attribute with its offsets in the text that it was read from. */
export interface TokenAttribute {
  readonly name: string;
  readonly value: string | true;
  readonly expression: boolean;
  readonly start: number;
  readonly end: number;
}

/** What was read at one place, before it is known where it belongs. */
export interface TokenText {
  readonly syntax: Syntax;
  readonly role: 'open' | 'close' | 'single';
  readonly name: string;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly attributes: readonly TokenAttribute[];
  /** What stands behind the name of a shortcode or directive, or within a comment. */
  readonly argument: string;
  /** True for a variable (`{{ x }}`), which is text as long as nobody knows its value. */
  readonly variable?: boolean;
  /** Signs of a directive, which its end has as many of; 0 where it ends with its indentation. */
  readonly signs?: number;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** A tag, shortcode, directive, comment or import with its place among lines, lists and other tokens. */
export interface Token extends Writable<TokenText> {
  /** Lines count from 0 here. */
  readonly line: number;
  readonly endLine: number;
  /** True where only other tokens stand before it (behind it) on its line. */
  readonly before: boolean;
  after: boolean;
  /** The end of an open token, or the start of a closing one. */
  partner: Token | undefined;
  /** The open token that holds it. */
  parent: Token | undefined;
  /** Where the text of the list item begins that holds it; -1 outside of lists. */
  readonly container: number;
  /** Where it stands, and where the first line of its content begins; -1 as long as there is none. */
  readonly indent: number;
  contentIndent: number;
  /** True where it cuts the page into blocks, false within a line of text. */
  block: boolean;
}

/** Attributes of tokens that have none. */
export const noAttributes: readonly TokenAttribute[] = [];
