import type { Block } from '../../../../markdown/blocks.js';
import type { SourceRange } from '../../../../diagnostics/position.js';
import type { MemberPlace } from '../../../../model/fragments.js';
import type { Phrase } from './phrase.js';

/** A member as a list of members says it, before its words are understood. */
export interface Row {
  /** Without its marks; dots and brackets lead into objects. */
  readonly name: string;
  readonly source: SourceRange;
  /** Where the name stands. */
  readonly nameSource: SourceRange;
  /** How far it is indented by arrows or blanks. */
  readonly depth: number;
  readonly type?: Phrase;
  /** Words of a column or mark about whether it must be there. */
  readonly required?: Phrase;
  /** True for the words of a column that says what is optional. */
  readonly saysOptional?: true;
  /** True where it belongs to one of several variants of a body, so that no mark demands it of all. */
  readonly conditional?: true;
  readonly default?: Phrase;
  readonly values?: Phrase;
  readonly nullable?: Phrase;
  readonly deprecated?: Phrase;
  readonly place?: MemberPlace;
  readonly placeWords?: Phrase;
  readonly example?: Phrase;
  readonly description: readonly Phrase[];
  readonly marks: NameMarks;
  /** True where its cells were put below other heads than they stand below. */
  readonly moved?: true;
  readonly children: readonly Row[];
  /** True for what only names of others speak of: `a` where the list has `a.b`. */
  readonly made?: true;
  /** Lists and tables that belong to it, such as its allowed values. */
  readonly blocks: readonly Block[];
}

/** What stands around a name. */
export interface NameMarks {
  /** `name?`. */
  readonly question?: true;
  /** `name*`. */
  readonly star?: true;
  /** `name (required)`, or a mark that says so. */
  readonly required?: boolean;
  readonly deprecated?: true;
  readonly nullable?: true;
  /** `name[]`, `...name`: a list. */
  readonly repeated?: true;
  /** `name[]`: so it is called in queries and forms. */
  readonly brackets?: true;
}

export const noMarks: NameMarks = {};

/** A list of members, with what says of them all. */
export interface RowList {
  readonly rows: readonly Row[];
  readonly source: SourceRange;
  /** Whether any row says of what type it is, and whether any says what is required. */
  readonly typed: boolean;
  /** How many of the rows say so, from 0 to 1. */
  readonly typedShare: number;
  readonly saysRequired: boolean;
}

export const rowList = (rows: readonly Row[], source: SourceRange, saysRequired = false): RowList => ({
  rows,
  source,
  typed: rows.some((row) => row.type !== undefined),
  typedShare: rows.filter((row) => row.type !== undefined).length / Math.max(rows.length, 1),
  saysRequired:
    saysRequired || rows.some((row) => row.required !== undefined || row.marks.required !== undefined),
});
