import type { SourceRange } from '../../../../diagnostics/position.js';
import type { Fact } from '../../../../model/provenance.js';
import type { CodeText } from '../../../../markdown/sections.js';
import type { Line } from '../../../../markdown/lines.js';

/**
 * A reference page with the marks of its file format taken away: what remains is the same for Markdown and for
 * visible text, and one reader serves both.
 */
export interface Outline {
  readonly page: string;
  readonly title: Fact<string>;
  readonly serviceId?: Fact<string>;
  readonly serviceTitle?: Fact<string>;
  /** What stands between the title and the first section. */
  readonly intro: readonly Block[];
  readonly sections: readonly OutlineSection[];
}

export interface OutlineSection {
  readonly kind: SectionKind;
  readonly title: string;
  readonly source: SourceRange;
  /** What stands before the first item. */
  readonly lead: readonly Block[];
  readonly items: readonly Item[];
}

/** The head of a described member or error, with what follows it. */
export interface Item {
  readonly name: string;
  readonly source: SourceRange;
  /** Sentences since the previous item that belong to the list, such as "The response returns ... headers". */
  readonly blocks: readonly Block[];
}

export type Block = Line | CodeText;

export type SectionKind =
  | 'request-syntax'
  | 'uri-parameters'
  | 'request-parameters'
  | 'request-body'
  | 'response-syntax'
  | 'response-elements'
  | 'errors'
  | 'contents'
  | 'examples'
  | 'see-also'
  | 'unknown';

const KINDS: ReadonlyMap<string, SectionKind> = new Map([
  ['request syntax', 'request-syntax'],
  ['uri request parameters', 'uri-parameters'],
  ['request parameters', 'request-parameters'],
  ['request body', 'request-body'],
  ['response syntax', 'response-syntax'],
  ['response elements', 'response-elements'],
  ['errors', 'errors'],
  ['contents', 'contents'],
  ['examples', 'examples'],
  ['example', 'examples'],
  ['see also', 'see-also'],
]);

/** What a section holds, by its title. */
export const sectionKind = (title: string): SectionKind => KINDS.get(title.trim().toLowerCase()) ?? 'unknown';

/** Sections whose items describe members or errors. */
export const holdsItems = (kind: SectionKind): boolean =>
  kind === 'uri-parameters' ||
  kind === 'request-parameters' ||
  kind === 'request-body' ||
  kind === 'response-elements' ||
  kind === 'errors' ||
  kind === 'contents';
