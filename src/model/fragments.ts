import type { Fact, Known, Provenance } from './provenance.js';
import type { Example, JsonValue, UnnamedParameter } from './model.js';
import type { Type } from './types.js';

/**
 * What one page states, before pages are joined: a dialect returns these, `link/` makes services of them. Parts that
 * a page describes twice (in a syntax block and in a list) stay apart here, so that linking can hold them together.
 */
export type Fragment = OperationFragment | ShapeFragment | OtherFragment;

/** Where a fragment comes from and which service it speaks of. */
export interface FragmentBase extends Provenance {
  /** The page's file. */
  readonly page: string;
  /** The id in the page's links, such as `finspace-2020-07-13`. */
  readonly serviceId?: Fact<string>;
  /** The service as the page's title names it, such as `Amazon FinSpace`. */
  readonly serviceTitle?: Fact<string>;
  /** How many lines the sections hold that are known to state facts. */
  readonly lines: number;
}

export interface OperationFragment extends FragmentBase {
  readonly kind: 'operation';
  /** Absent where the page describes an operation by method and URL only. */
  readonly name?: string;
  readonly description?: string;
  readonly request?: SyntaxMessage;
  readonly response?: SyntaxMessage;
  readonly input: readonly MemberFragment[];
  readonly output: readonly MemberFragment[];
  /** What a sentence says the status of success is. */
  readonly successStatus?: Fact<number>;
  readonly errors: readonly ErrorFragment[];
  readonly examples: readonly Example[];
  readonly deprecated?: Fact<string>;
  /** The host's first label, such as `finspace-api`. */
  readonly endpointPrefix?: Fact<string>;
  /** Parameters that the page describes without a name. */
  readonly unnamed?: readonly UnnamedParameter[];
}

export interface ShapeFragment extends FragmentBase {
  readonly kind: 'shape';
  readonly name: string;
  readonly shape: 'structure' | 'union';
  readonly description?: string;
  readonly members: readonly MemberFragment[];
  readonly deprecated?: Fact<string>;
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
  /** Where the section says such members travel; the syntax block says it for each. */
  readonly place: MemberPlace;
  /** With its constraints; `inferred` where only the constraint lines say what kind of type it must be. */
  readonly type?: Type;
  readonly required?: Fact<boolean>;
  readonly default?: Fact<JsonValue>;
  readonly description?: string;
  readonly deprecated?: Fact<string>;
}

/**
 * `uri` stands for the sections about labels, query and headers together; `response` for a list of response
 * elements that does not say where they are.
 */
export type MemberPlace = 'uri' | 'headers' | 'body' | 'payload' | 'status' | 'response' | 'type';

export interface ErrorFragment extends Provenance {
  readonly name: string;
  readonly status?: Fact<number>;
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
  /** As printed, such as `X-Amz-Log-Type`. */
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
