import type { Report } from '../diagnostics/report.js';
import type {
  AuthDescription,
  CollectionStyle,
  JsonValue,
  Member,
  Operation,
  Server,
  Service,
} from '../model/model.js';
import type { TimestampFormat } from '../model/types.js';
import type { AuthScheme } from './auth.js';
import type { RuntimeExport } from './runtime-export.js';

/** Where a member travels, as a protocol has decided. `form` and `multipart` are members of such a body. */
export type PartPlace =
  | 'path'
  | 'query'
  | 'header'
  | 'prefixHeaders'
  | 'cookie'
  | 'form'
  | 'multipart'
  | 'body'
  | 'payload'
  | 'status';

/** One member with what the protocol decides about it. */
export interface PartBinding {
  readonly member: Member;
  readonly in: PartPlace;
  /** As it is called there. */
  readonly name: string;
  /** How a list or an object is written in a query or form. */
  readonly style?: CollectionStyle;
}

/** How a message is put together. */
export interface MessageBinding {
  /** In the order of the members. */
  readonly parts: readonly PartBinding[];
  /** The media type of the body; absent where there is none. */
  readonly media?: string;
  /** The document that the members of the body stand in; absent where they are the document. */
  readonly envelope?: Envelope;
}

/** A JSON object around what a message says. */
export interface Envelope {
  /** Members that are the same in every such message. */
  readonly fixed: { readonly [name: string]: JsonValue };
  /** Members that it has beside those, whatever their values. */
  readonly others: readonly string[];
  /** The member that holds what the message says. */
  readonly content: string;
  /** The content is a list of the members, in their order, instead of an object. */
  readonly positional?: true;
}

export interface RequestBinding extends MessageBinding {
  readonly method: string;
  /** As `HttpBinding.uri`. */
  readonly path: string;
  /** The header, or the member of the envelope, that selects the operation, where one does. */
  readonly selector?: Selector;
}

export interface Selector {
  readonly in: 'header' | 'body';
  readonly name: string;
  readonly value: string;
}

/** Where a response of failure says which error it is, beside its status. */
export interface ErrorRule {
  /** The header, or the path within the JSON of the body with dots; absent where the status alone tells. */
  readonly code?: { readonly in: 'header' | 'body'; readonly name: string };
}

/** How one operation travels: data for emitters; behaviour lives in the protocol's runtime. */
export interface OperationBinding {
  readonly operation: Operation;
  readonly request: RequestBinding;
  /** By status, the usual one first. */
  readonly responses: ReadonlyMap<number, MessageBinding>;
  readonly errorOf: ErrorRule;
}

/** Where requests go and how callers show who they are. */
export interface Access {
  /** The first is the usual one. */
  readonly servers: readonly Pick<Server, 'url' | 'description' | 'variables'>[];
  readonly auth: readonly BoundAuth[];
}

/** A way to show who calls, with the scheme that knows how. */
export interface BoundAuth {
  readonly description: Pick<AuthDescription, 'name' | 'scheme' | 'options' | 'description'>;
  readonly scheme: AuthScheme;
}

/** What only some protocols can carry. */
export type Feature =
  | 'cookies'
  | 'form'
  | 'multipart'
  | 'files'
  | 'binaryPayload'
  | 'textPayload'
  | 'collectionStyles'
  | 'nullable'
  | 'oneOf'
  | 'severalResponses';

/** A wire protocol: a folder in its ecosystem, and a line in that one's `protocols`. */
export interface Protocol {
  /** Such as `http` or `restJson1`; Smithy's name where Smithy has one. */
  readonly id: string;
  /** One line for people. */
  readonly summary: string;
  /** The trait that says so in a Smithy model, such as `acme.protocols#cards`. */
  readonly smithyTrait?: string;
  /** What of `Feature` it can carry; what an operation needs beyond is a finding. */
  readonly supports: ReadonlySet<Feature>;
  /**
   * The media type of bodies that its runtime writes and reads where a table says no other; absent where tables never
   * say one.
   */
  readonly media?: string;
  /** How a timestamp in the JSON body is written where nothing says otherwise. */
  readonly timestampFormat: TimestampFormat;
  readonly runtime: {
    /** A `ClientProtocol` of the core runtime. */
    readonly client: RuntimeExport;
    /** A `ServerProtocol` of the core runtime. */
    readonly server: RuntimeExport;
  };
  /**
   * True where an operation gives what its response holds as the whole body, instead of an object with the body as its
   * one member.
   */
  readonly returnsPayload?: true;
  /** The status of responses that tell an error for which no page states one; 400 where absent. */
  readonly errorStatus?: number;
  matches(service: Service): boolean;
  bind(operation: Operation, service: Service, report: Report): OperationBinding;
}
