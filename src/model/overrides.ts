import type { SourceRange } from '../diagnostics/position.js';
import type { JsonValue, Location } from './model.js';

/** A member to add, as a configuration writes it. */
export interface AddedMember {
  /** A type expression, such as `string`, `list<string>`, `map<string, Tag>`. */
  readonly type: string;
  readonly required?: boolean;
  /** `body` where absent. */
  readonly location?: Location;
  /** The member's name where absent. */
  readonly wireName?: string;
  readonly description?: string;
}

/** One change to the model that the configuration asks for, by the id of a fact. */
export interface Override {
  /** Such as `CreateUser.input.emailAddress.length.max`. */
  readonly id: string;
  readonly action: OverrideAction;
  /** Why the pages are not believed here. */
  readonly reason: string;
  /** Where the configuration says it. */
  readonly source: SourceRange;
}

export type OverrideAction =
  /** Gives a fact another value, or states one that no page states. */
  | { readonly kind: 'set'; readonly value: JsonValue }
  /** Takes a fact, a member, an error of an operation, an operation or a type away. */
  | { readonly kind: 'remove' }
  /** Gives a member, an operation or a type another name; a member also on the wire, where it was called the same. */
  | { readonly kind: 'rename'; readonly name: string }
  | { readonly kind: 'add'; readonly member: AddedMember };
