import type { Fact, Known, Provenance } from './provenance.js';
import type {
  AuthDescription,
  CollectionStyle,
  Example,
  JsonValue,
  Pagination,
  Server,
  Traits,
  UnnamedParameter,
} from './model.js';
import type { Type, ValuesConstraint } from './types.js';

/**
 * What one page states, before pages are joined: a dialect returns these, `link/` makes services of them. Parts that
 * a page describes twice (in a syntax block and in a list) stay apart here, so that linking can hold them together.
 */
export type Fragment = OperationFragment | ShapeFragment | EnumFragment | GuideFragment | OtherFragment;

/** Where a fragment comes from and which service it speaks of. */
export interface FragmentBase extends Provenance {
  /** The page's file. */
  readonly page: string;
  /** The id of the ecosystem whose dialect has read it; filled in where pages are read. */
  readonly ecosystem?: string;
  /** The service's id, as links of the page have it, such as `finspace-2020-07-13`. */
  readonly serviceId?: Fact<string>;
  /** The service as the page's title names it, such as `Seed Library`. */
  readonly serviceTitle?: Fact<string>;
  /** What the page says of the service that only its ecosystem understands, by name. */
  readonly serviceTraits?: Traits[string];
  /** How many lines the page has that could state facts. */
  readonly lines: number;
}

export interface OperationFragment extends FragmentBase {
  readonly kind: 'operation';
  /** Absent where the page describes an operation by method and URL only. */
  readonly name?: string;
  /** What the page heads it by, where that is no name. */
  readonly title?: string;
  readonly description?: string;
  readonly request?: SyntaxMessage;
  readonly input: readonly MemberFragment[];
  /** The media types of a request's body. */
  readonly mediaTypes?: Fact<readonly string[]>;
  /** Of success, the usual one first; empty where the page says nothing of them. */
  readonly responses: readonly ResponseFragment[];
  readonly errors: readonly ErrorFragment[];
  /** The names of the ways of `GuideFragment.auth` that do here; none where it is empty. */
  readonly auth?: Fact<readonly string[]>;
  readonly examples: readonly Example[];
  readonly deprecated?: Fact<string>;
  readonly pagination?: Pagination;
  /** What only one ecosystem or protocol understands. */
  readonly traits?: Traits;
  /** Parameters that the page describes without a name. */
  readonly unnamed?: readonly UnnamedParameter[];
}

export interface ResponseFragment extends Provenance {
  /** What a sentence says the status is. */
  readonly status?: Fact<number>;
  readonly description?: string;
  readonly mediaType?: Fact<string>;
  readonly syntax?: SyntaxMessage;
  readonly members: readonly MemberFragment[];
}

export interface ShapeFragment extends FragmentBase {
  readonly kind: 'shape';
  readonly name: string;
  /** What references and links call it beside its name, such as `objects.md#user`. */
  readonly ids?: readonly string[];
  readonly shape: 'structure' | 'union';
  readonly description?: string;
  readonly members: readonly MemberFragment[];
  readonly deprecated?: Fact<string>;
  /** True for a structure that is described where it is used: its name is made of its owner's and its member's. */
  readonly inline?: true;
}

/** An enumeration: what refers to it gets its values. */
export interface EnumFragment extends FragmentBase {
  readonly kind: 'enum';
  readonly name: string;
  readonly ids?: readonly string[];
  readonly type: 'string' | 'integer';
  readonly values: ValuesConstraint;
}

/** What a page states for the whole guide. */
export interface GuideFragment extends FragmentBase {
  readonly kind: 'guide';
  readonly servers: readonly Server[];
  readonly auth: readonly AuthDescription[];
  /** Parameters that every operation takes. */
  readonly input: readonly MemberFragment[];
  /** Errors that every operation may answer with. */
  readonly errors: readonly ErrorFragment[];
  /** What the body of every error holds. */
  readonly errorMembers: readonly MemberFragment[];
}

/** A page of the reference that describes no operation and no type: an index, the common errors. */
export interface OtherFragment extends FragmentBase {
  readonly kind: 'other';
  readonly name: string;
  /** Names of pages that it lists. */
  readonly lists: readonly Fact<string>[];
}

/** A member as its item in a list describes it. */
export interface MemberFragment extends Provenance {
  readonly name: string;
  /** As it is called where it travels, where that is not its name. */
  readonly wireName?: string;
  /** Where the section says such members travel; the syntax block says it for each. */
  readonly place: MemberPlace;
  /** How the place is known, where nothing states it. */
  readonly placeKnown?: Known;
  /**
   * With its constraints; `inferred` where only the constraint lines say what kind of type it must be. A reference leads
   * to a shape or an enumeration by its name or one of its ids.
   */
  readonly type?: Type;
  readonly style?: Fact<CollectionStyle>;
  readonly required?: Fact<boolean>;
  readonly default?: Fact<JsonValue>;
  readonly description?: string;
  readonly deprecated?: Fact<string>;
  readonly readOnly?: Fact<boolean>;
  readonly writeOnly?: Fact<boolean>;
  readonly aliases?: readonly string[];
}

/**
 * `uri` stands for the sections about labels, query and headers together; `response` for a list of response
 * elements that does not say where they are.
 */
export type MemberPlace =
  | 'label'
  | 'query'
  | 'header'
  | 'cookie'
  | 'uri'
  | 'headers'
  | 'body'
  | 'payload'
  | 'status'
  | 'response'
  | 'type';

export interface ErrorFragment extends Provenance {
  readonly name: string;
  readonly status?: Fact<number>;
  readonly code?: Fact<string | number>;
  readonly description?: string;
  readonly members: readonly MemberFragment[];
}

/** A request or response syntax block. */
export interface SyntaxMessage extends Provenance {
  readonly method?: Fact<string>;
  /** As printed, labels marked or not. */
  readonly uri?: Fact<string>;
  /** A number, or the member that holds it. */
  readonly status?: Fact<number | string>;
  readonly headers: readonly SyntaxHeader[];
  /** The member that is the whole body. */
  readonly payload?: Fact<string>;
  readonly body?: SyntaxValue;
}

export interface SyntaxHeader {
  /** As printed, such as `Content-Type`. */
  readonly name: string;
  /** The member, or a literal value such as a media type. */
  readonly value: string;
  readonly source: Provenance['source'];
}

/** One value of a syntax block. */
export type SyntaxValue = Provenance &
  (
    | { readonly kind: 'structure'; readonly members: readonly SyntaxMember[] }
    | { readonly kind: 'map'; readonly value: SyntaxValue }
    | { readonly kind: 'list'; readonly element: SyntaxValue }
    | { readonly kind: 'scalar'; readonly word: SyntaxWord }
    | { readonly kind: 'elided' }
  );

/** What a syntax block writes for a scalar: a quoted string, `number`, `boolean`, `blob`, or something else. */
export type SyntaxWord = 'string' | 'number' | 'boolean' | 'blob' | 'other';

export interface SyntaxMember {
  readonly name: string;
  readonly source: Provenance['source'];
  readonly value: SyntaxValue;
}

export const fact = <T>(value: T, source: Provenance['source'], known: Known = 'stated'): Fact<T> => ({
  value,
  source,
  known,
});
