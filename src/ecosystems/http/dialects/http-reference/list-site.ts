import type { SourceRange } from '../../../../diagnostics/position.js';
import type { Block } from '../../../../markdown/blocks.js';
import type { MemberPlace } from '../../../../model/fragments.js';
import type { Echo } from './described-types.js';
import type { ExampleMember } from './json-example.js';
import type { ListNote } from './list-note.js';
import type { PageContext } from './page-context.js';
import type { RowList } from './rows.js';
import type { Section } from './sections.js';

/** A member that an example shows, and the example where a site has several. */
export interface ShownMember extends ExampleMember {
  readonly block?: Block;
}

/** What holds for a whole list of members. */
export interface ListSite {
  readonly page: PageContext;
  /** What structures inside are named by. */
  readonly owner: string;
  readonly place: MemberPlace;
  readonly lists: readonly RowList[];
  readonly section: Section;
  /** A sentence about all of them. */
  readonly note?: ListNote;
  /** Members of which a sentence says that one of them is enough. */
  readonly alternatives?: ReadonlySet<string>;
  /** Members that a sentence demands, and where. */
  readonly demanded?: ReadonlyMap<string, SourceRange>;
  /** Values of an example that shows the same members. */
  readonly shown?: readonly ShownMember[];
  readonly shownIn?: Block;
  /** True where what only the example shows is a member as well. */
  readonly shownCounts?: true;
  /** What the examples of the response show. */
  readonly echo?: Echo;
  /** True where a heading says that the body is JSON. */
  readonly json?: boolean;
  /** True for what comes back, of which guides say less. */
  readonly received?: boolean;
}
