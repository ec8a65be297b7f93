import type { Member, Operation, Pagination, Shape } from '../model/model.js';
import type { ScalarType, Type } from '../model/types.js';

/** What an ecosystem adds to linking: words and habits of its pages. */
export interface LinkRules {
  /** What counts of a service's name or id where pages are sorted by service. */
  nameStem(name: string): string;
  /** Whether labels of paths may stand without braces, to be found by the names of the members. */
  readonly bareLabels: boolean;
  /** The facts of the service's traits that an override may set. */
  readonly settableTraits: readonly string[];
  readonly pagination: PaginationNames;
  /** What makes an operation a list of pages, where structures have to be looked into to know. */
  readonly paginate?: (operation: Operation, shapes: ReadonlyMap<string, Shape>) => Pagination | undefined;
  /** Whether a member is a token that makes a request safe to repeat. */
  isIdempotencyToken(member: Member): boolean;
  /** A better type for a member outside the body whose page names none, and whose constraint lines imply none. */
  typeFromWords(member: Member, type: ScalarType): Type;
  /** The name of a member as the page meant it, where it prints something else. */
  repairName(name: string, candidates: readonly string[]): string;
  /** A name for an operation whose page has none. */
  nameOperation(request: NamedRequest): string;
  /** Whether an operation that gets such a name is worth a finding. */
  readonly reportsUnnamed: boolean;
  /** Whether pages about one method and path are parts of one description, each with facts of its own. */
  readonly unitesPages: boolean;
  /** What to put behind a name that several operations have, for each of them, so that it does not depend on their order. */
  distinguish(name: string, requests: readonly NamedRequest[]): readonly string[];
}

/** What an operation without a name has instead. */
export interface NamedRequest {
  readonly method: string;
  readonly path: string;
  readonly title?: string;
  readonly deprecated?: true;
}

/** The rules of an ecosystem, by its id. */
export type RulesOf = (ecosystem: string) => LinkRules;

/** Names of the members that make an operation a list of pages, in the order of their weight. */
export interface PaginationNames {
  readonly inputTokens: readonly string[];
  readonly outputTokens: readonly string[];
  readonly pageSizes: readonly string[];
}

/** `POST /user/{userId}` becomes `PostUserUserid`. */
export const nameFromRequest = ({ method, path }: { method: string; path: string }): string =>
  `${method} ${path.replace(/[{}]/g, '')}`
    .split(/[^A-Za-z0-9]+/)
    .filter((part) => part !== '')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1).toLowerCase())
    .join('');

/** The rules where an ecosystem has no others. */
export const plainRules: LinkRules = {
  nameStem: (name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''),
  bareLabels: false,
  settableTraits: [],
  pagination: { inputTokens: [], outputTokens: [], pageSizes: [] },
  isIdempotencyToken: () => false,
  typeFromWords: (_, type) => type,
  repairName: (name) => name,
  nameOperation: nameFromRequest,
  reportsUnnamed: true,
  unitesPages: false,
  distinguish: (_, requests) => requests.map(nameFromRequest),
};
