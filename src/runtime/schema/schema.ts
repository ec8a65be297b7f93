/**
 * The tables that generated code hands to the runtime: what a value looks like on the wire. Types of the language
 * are in `types.ts`; these say only what serialising and parsing need.
 */
export type Scalar = 'string' | 'boolean' | 'integer' | 'long' | 'float' | 'double' | 'blob' | 'document';

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
  /** Smithy's `sparse`: null elements are kept. */
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

export type Schema = Scalar | 'timestamp' | TimestampSchema | ListSchema | MapSchema | StructureSchema;

/** A schema, or a function that gives it where it is declared later or is recursive. */
export type SchemaReference = Schema | (() => Schema);

/** A member whose name on the wire or whose place is not the default. */
export interface MemberSchema {
  readonly schema: SchemaReference;
  /** The JSON key, query key, header or header prefix, where it is not the member's name. */
  readonly wire?: string;
  /** Where it travels; a member of the JSON body when absent. */
  readonly at?: 'label' | 'query' | 'header' | 'prefixHeaders' | 'payload' | 'status';
  /** In a header: a string that travels as base64. As payload: the content type of a blob or string. */
  readonly mediaType?: string;
  /** A payload that a client hands over as `ReadableStream`, without waiting for its end. */
  readonly streaming?: true;
  /** Filled with a UUID when the caller leaves it out. */
  readonly idempotencyToken?: true;
  /** Part of the host name (`hostLabel` in Smithy). */
  readonly hostLabel?: true;
}

/** An error that an operation documents. */
export interface ErrorSchema {
  readonly name: string;
  readonly status: number;
  readonly members?: StructureSchema;
}

/** One operation, as client and server need it. */
export interface OperationSchema<Input = unknown, Output = unknown> {
  readonly name: string;
  readonly method: string;
  /** `/user/{userId}`, `{key+}` where greedy, fixed query strings after `?`. */
  readonly uri: string;
  /** The status of success. */
  readonly status: number;
  readonly input: StructureSchema;
  readonly output: StructureSchema;
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
