import type { Fact, Provenance } from './provenance.js';
import type { Type } from './types.js';

/** The version of this model's form; its JSON Schema is published as `schemas/model.schema.json`. */
export const irVersion = '2.0';

/** Everything the pages say, as plain JSON. */
export interface Model {
  readonly irVersion: string;
  readonly services: readonly Service[];
}

export interface Service {
  /** Short, lower-case, safe as a folder name, such as `seed-library`. */
  readonly id: string;
  /** The id of the ecosystem whose rules the service follows, such as `http`. */
  readonly ecosystem: string;
  readonly title: Fact<string>;
  readonly apiVersion?: Fact<string>;
  /** A protocol's id, such as `http` or `restJson1`. */
  readonly protocol?: Fact<string>;
  /** Where requests go; the first is the usual one. Empty where no page says, and where the ecosystem knows. */
  readonly servers: readonly Server[];
  /** The ways in which callers can show who they are. */
  readonly auth: readonly AuthDescription[];
  /** The files read, sorted. */
  readonly pages: readonly string[];
  /** Sorted by name, as are shapes and errors. */
  readonly operations: readonly Operation[];
  readonly shapes: readonly Shape[];
  readonly errors: readonly ErrorShape[];
  readonly traits?: Traits;
}

/** Facts that only one ecosystem or protocol understands, by its id and their names. */
export type Traits = { readonly [id: string]: { readonly [name: string]: Fact<JsonValue> } };

/** A place where requests go. */
export interface Server extends Provenance {
  /** Without a slash at its end; variables in braces, such as `https://{tenant}.example.com/v1`. */
  readonly url: string;
  /** Markdown. */
  readonly description?: string;
  readonly variables?: { readonly [name: string]: ServerVariable };
}

export interface ServerVariable {
  readonly default?: string;
  /** The values allowed; any where absent. */
  readonly values?: readonly string[];
  readonly description?: string;
}

/** One way in which callers show who they are: a scheme with what it needs to know. */
export interface AuthDescription extends Provenance {
  /** What operations and clients call it, such as `bearer`. */
  readonly name: string;
  /** The id of the scheme, such as `bearer`, `basic`, `apiKey`, `oauth2` or `hmac`. */
  readonly scheme: string;
  /** What the scheme asks for, such as `{ in: 'header', name: 'X-Api-Key' }`. */
  readonly options: { readonly [name: string]: JsonValue };
  /** Markdown. */
  readonly description?: string;
}

export interface Operation extends Provenance {
  readonly name: string;
  /** What people call it, where that is not its name. */
  readonly title?: string;
  /** Markdown. */
  readonly description?: string;
  /** Absent where the protocol routes by something else than method and path. */
  readonly http?: HttpBinding;
  /** In the order of the page. */
  readonly input: readonly Member[];
  /** The media types that the body of a request may have; the first is the usual one. Absent: the protocol's own. */
  readonly mediaTypes?: Fact<readonly string[]>;
  /** The responses of success, by status; the first is the usual one. There is always one. */
  readonly responses: readonly Response[];
  readonly errors: readonly ErrorUse[];
  /** The names of `Service.auth` that do here, any of them; none where it is empty; all where absent. */
  readonly auth?: Fact<readonly string[]>;
  readonly examples: readonly Example[];
  readonly deprecated?: Fact<string>;
  readonly pagination?: Pagination;
  /** Parameters that a page describes without saying their names, and that no other page's members fit. */
  readonly unnamed?: readonly UnnamedParameter[];
  readonly traits?: Traits;
}

/** What an operation answers with where it succeeds. */
export interface Response extends Provenance {
  /** 200 where no page says another. */
  readonly status: Fact<number>;
  /** Markdown. */
  readonly description?: string;
  /** Absent: the protocol's own. */
  readonly mediaType?: Fact<string>;
  /** In the order of the page. */
  readonly members: readonly Member[];
}

export interface UnnamedParameter extends Provenance {
  readonly description: string;
}

export interface HttpBinding {
  readonly method: Fact<string>;
  /** Labels in braces by member name, `{name+}` where greedy; fixed query strings after `?`. */
  readonly uri: Fact<string>;
}

/**
 * Where pages say that a member travels; how it does is for the protocol to say. `body` is a member of the document in
 * the body, `payload` is the whole body.
 */
export type Location =
  | 'label'
  | 'query'
  | 'header'
  | 'prefixHeaders'
  | 'cookie'
  | 'body'
  | 'payload'
  | 'status';

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

export interface Member extends Provenance {
  /** As the page heads it. */
  readonly name: string;
  /** As it is called where it travels: the JSON key, the query key, the header, the header prefix. */
  readonly wireName: string;
  readonly location: Fact<Location>;
  /** How a list or an object is written in a query or form; the protocol's own way where absent. */
  readonly style?: Fact<CollectionStyle>;
  /** Absent where no page says; pages of some ecosystems never say it of responses. */
  readonly required?: Fact<boolean>;
  readonly type: Type;
  readonly default?: Fact<JsonValue>;
  /** Markdown. */
  readonly description?: string;
  readonly deprecated?: Fact<string>;
  /** True for a member that the client fills with a unique token when the caller leaves it out. */
  readonly idempotencyToken?: Fact<boolean>;
  /** True for a member that only the service sets. */
  readonly readOnly?: Fact<boolean>;
  /** True for a member that the service never gives back. */
  readonly writeOnly?: Fact<boolean>;
  /** Other names by which the service knows it as well. */
  readonly aliases?: readonly string[];
}

export interface Shape extends Provenance {
  /** A union has exactly one of its members. */
  readonly kind: 'structure' | 'union';
  readonly name: string;
  readonly description?: string;
  readonly members: readonly Member[];
  readonly deprecated?: Fact<string>;
  /** True for a structure that is described where it is used: its name is made of its owner's and its member's. */
  readonly inline?: true;
}

export interface ErrorShape extends Provenance {
  readonly name: string;
  /** The HTTP status. */
  readonly status?: Fact<number>;
  /** What the body of the response says for it, where that is not its name. */
  readonly code?: Fact<string | number>;
  readonly description?: string;
  /** Beside the message. */
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

/**
 * Members that make an operation a list of pages, by name; dots lead into structures. Where it goes on is said by a token
 * of the page before (`token`, also called a cursor), by the number of the page (`page`), by how many items are left out
 * (`offset`), by a link of the page before (`link`), or by what its last item is called (`key`).
 */
export interface Pagination extends Provenance {
  /** `token` where absent. */
  readonly style?: 'token' | 'page' | 'offset' | 'link' | 'key';
  /** The member that takes the token, the number of the page, the offset or the key; empty for links. */
  readonly inputToken: string;
  /**
   * The member that gives the token or the URL of the next page, and for keys the member of an item; empty where there is
   * none, and where the header `Link` has the URL.
   */
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
