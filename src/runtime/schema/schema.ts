/**
 * The tables that generated code hands to the runtime: what a value looks like on the wire. Types of the language
 * are in `types.ts`; these say only what serialising and parsing need.
 */
export type Scalar =
  | 'string'
  | 'boolean'
  | 'integer'
  | 'long'
  | 'float'
  | 'double'
  | 'blob'
  | 'document'
  | 'file';

/** Smithy's `timestampFormat` trait. */
export type TimestampFormat = 'epochSeconds' | 'dateTime' | 'httpDate';

export interface TimestampSchema {
  readonly kind: 'timestamp';
  /** Absent where the protocol's default for the place holds. */
  readonly format?: TimestampFormat;
}

export interface ListSchema {
  readonly kind: 'list';
  readonly element: SchemaReference;
  /** Elements may be null, and such elements are kept. */
  readonly sparse?: true;
}

export interface MapSchema {
  readonly kind: 'map';
  readonly value: SchemaReference;
  readonly sparse?: true;
}

export interface StructureSchema {
  readonly kind: 'structure' | 'union';
  readonly members: { readonly [name: string]: SchemaReference | MemberSchema };
}

/** A value of one of several types; only some protocols can carry one. */
export interface OneOfSchema {
  readonly kind: 'oneOf';
  readonly variants: readonly SchemaReference[];
  /** Absent where the form of the value tells which variant it is. */
  readonly discriminator?: DiscriminatorSchema;
}

/** The member whose value tells which variant a value is. */
export interface DiscriminatorSchema {
  /** Its name in the language. */
  readonly name: string;
  /** Its name on the wire, where that is not the same. */
  readonly wire?: string;
  /** The position of the variant in `variants` by the value as text. */
  readonly of: { readonly [value: string]: number };
}

export type Schema =
  | Scalar
  | 'timestamp'
  | TimestampSchema
  | ListSchema
  | MapSchema
  | StructureSchema
  | OneOfSchema;

/**
 * How a list or an object stands in a query or form: `a=1&a=2` (repeat), `a[]=1&a[]=2` (brackets), `a[0]=1` (indices),
 * `a=1,2` (comma), `a=1 2` (space), `a=1|2` (pipe), `a[b]=c` (deepObject), `a.b=c` (dots), or as JSON in one value.
 */
export type CollectionStyle =
  | 'repeat'
  | 'brackets'
  | 'indices'
  | 'comma'
  | 'space'
  | 'pipe'
  | 'deepObject'
  | 'dots'
  | 'json';

/** A schema, or a function that gives it where it is declared later or is recursive. */
export type SchemaReference = Schema | (() => Schema);

/** A member whose name on the wire or whose place is not the default. */
export interface MemberSchema {
  readonly schema: SchemaReference;
  /** The JSON key, query key, header or header prefix, where it is not the member's name. */
  readonly wire?: string;
  /** Where it travels; a member of the document, form or parts in the body when absent. */
  readonly at?: 'label' | 'query' | 'header' | 'prefixHeaders' | 'cookie' | 'payload' | 'status';
  /** How a list or an object is written in a query or form; the protocol's own way when absent. */
  readonly style?: CollectionStyle;
  /** `null` is a value of its own; elsewhere it says that there is none. */
  readonly nullable?: true;
  /** In a header: a string that travels as base64. As payload: the content type of a blob or string. */
  readonly mediaType?: string;
  /** Filled with a UUID when the caller leaves it out. */
  readonly idempotencyToken?: true;
}

/** An error that an operation documents. */
export interface ErrorSchema {
  readonly name: string;
  readonly status: number;
  /** What the body of the response calls it, where that is not its name. */
  readonly code?: string | number;
  readonly members?: StructureSchema;
}

/** One operation, as client and server need it. */
export interface OperationSchema<Input = unknown, Output = unknown> {
  readonly name: string;
  readonly method: string;
  /** `/user/{userId}`, `{key+}` where greedy, fixed query strings after `?`. */
  readonly uri: string;
  /** The usual status of success. */
  readonly status: number;
  /** The media types of the request's body, the usual one first; the protocol's own when absent. */
  readonly media?: readonly string[];
  /** The members of the request's body travel as a list, in this order. */
  readonly positional?: true;
  readonly input: StructureSchema;
  readonly output: StructureSchema;
  /** What responses of success with other statuses hold. */
  readonly outputs?: { readonly [status: number]: StructureSchema };
  /** The names of the ways to show who calls that do here, any of them; all when absent, none when empty. */
  readonly auth?: readonly string[];
  readonly errors: readonly ErrorSchema[];
  /** What to use instead, as the service says; present where it advises against the operation. */
  readonly deprecated?: string;
  /** Put before the host name, with labels (`{accountId}.`). */
  readonly hostPrefix?: string;
  /** Never present: carries the types of input and output. */
  readonly types?: { readonly input: Input; readonly output: Output };
}

/** One service, as client and server need it; ecosystems add what else theirs need. */
export interface ServiceSchema {
  readonly id: string;
  readonly apiVersion: string;
}
