import type { Fact, Provenance } from './provenance.js';
import type { Type } from './types.js';

/** The version of this model's form; its JSON Schema is published as `schemas/model.schema.json`. */
export const irVersion = '1.0';

/** Everything the pages say, as plain JSON. */
export interface Model {
  readonly irVersion: string;
  readonly services: readonly Service[];
}

export interface Service {
  /** Short, lower-case, safe as a folder name, such as `finspace-data`. */
  readonly id: string;
  readonly title: Fact<string>;
  /** The id in the pages' links, by which the service catalogue knows it, such as `finspace-2020-07-13`. */
  readonly catalogueId?: Fact<string>;
  readonly apiVersion?: Fact<string>;
  /** A protocol's id, such as `restJson1`; the names are Smithy's. */
  readonly protocol?: Fact<string>;
  /** The host name up to the Region, such as `finspace-api`. */
  readonly endpointPrefix?: Fact<string>;
  /** The service's name in a request signature. */
  readonly signingName?: Fact<string>;
  /** What stands before the operation's name where a header selects it. */
  readonly targetPrefix?: Fact<string>;
  /** The files read, sorted. */
  readonly pages: readonly string[];
  /** Sorted by name, as are shapes and errors. */
  readonly operations: readonly Operation[];
  readonly shapes: readonly Shape[];
  readonly errors: readonly ErrorShape[];
}

export interface Operation extends Provenance {
  readonly name: string;
  /** Markdown. */
  readonly description?: string;
  /** Absent where the protocol routes by something else than method and path. */
  readonly http?: HttpBinding;
  /** In the order of the page. */
  readonly input: readonly Member[];
  readonly output: readonly Member[];
  readonly errors: readonly ErrorUse[];
  readonly examples: readonly Example[];
  readonly deprecated?: Fact<string>;
  readonly pagination?: Pagination;
  /** Parameters that a page describes without saying their names, and that no other page's members fit. */
  readonly unnamed?: readonly UnnamedParameter[];
}

export interface UnnamedParameter extends Provenance {
  readonly description: string;
}

export interface HttpBinding {
  readonly method: Fact<string>;
  /** Labels in braces by member name, `{name+}` where greedy; fixed query strings after `?`. */
  readonly uri: Fact<string>;
  /** The status of success; 200 where no page says another. */
  readonly successStatus: Fact<number>;
}

/** Where a member travels. `body` is a member of the JSON document, `payload` is the whole body. */
export type Location = 'label' | 'query' | 'header' | 'prefixHeaders' | 'body' | 'payload' | 'status';

export interface Member extends Provenance {
  /** As the page heads it. */
  readonly name: string;
  /** As it is called where it travels: the JSON key, the query key, the header, the header prefix. */
  readonly wireName: string;
  readonly location: Fact<Location>;
  /** Absent where no page says; pages never say it of responses. */
  readonly required?: Fact<boolean>;
  readonly type: Type;
  readonly default?: Fact<JsonValue>;
  /** Markdown. */
  readonly description?: string;
  readonly deprecated?: Fact<string>;
  /** True for a member that the client fills with a unique token when the caller leaves it out. */
  readonly idempotencyToken?: Fact<boolean>;
}

export interface Shape extends Provenance {
  readonly kind: 'structure' | 'union';
  readonly name: string;
  readonly description?: string;
  readonly members: readonly Member[];
  readonly deprecated?: Fact<string>;
}

export interface ErrorShape extends Provenance {
  readonly name: string;
  /** The HTTP status. */
  readonly status?: Fact<number>;
  readonly description?: string;
  /** Beside the message, which every error has. */
  readonly members: readonly Member[];
}

/** An operation's mention of an error in `Service.errors`. */
export interface ErrorUse extends Provenance {
  readonly name: string;
  /** Where this operation words it differently from the error itself. */
  readonly description?: string;
}

export interface Example extends Provenance {
  readonly title: string;
  readonly kind: 'request' | 'response' | 'text';
  readonly text: string;
}

/** Members that make an operation a list of pages, by name; dots lead into structures. */
export interface Pagination extends Provenance {
  readonly inputToken: string;
  readonly outputToken: string;
  readonly pageSize?: string;
  readonly items?: string;
}

export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };
