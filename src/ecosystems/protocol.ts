import type { Report } from '../diagnostics/report.js';
import type { Member, Operation, Service } from '../model/model.js';
import type { TimestampFormat } from '../model/types.js';

/** One member with what the protocol decides about it. */
export interface MemberBinding {
  readonly member: Member;
}

/** How one operation travels: data for emitters; behaviour lives in `runtime/`. */
export interface WireBinding {
  readonly operation: Operation;
  readonly method: string;
  /** As `HttpBinding.uri`. */
  readonly uri: string;
  readonly successStatus: number;
  /** The media type of a JSON body. */
  readonly contentType: string;
  /** The header value that selects the operation, where one does. */
  readonly target?: string;
}

/** The service with every operation bound. */
export interface BoundService {
  readonly service: Service;
  readonly protocol: Protocol;
  /** In the order of `service.operations`. */
  readonly bindings: readonly WireBinding[];
}

/** Where requests go and what they are signed with, for descriptions of the service in other formats. */
export interface Access {
  /** The URL of the server, with variables in braces, and what they stand for, in Markdown. */
  readonly url: string;
  readonly description: string;
  /** What variables are where nobody says. */
  readonly defaults: Readonly<Record<string, string>>;
  readonly security: {
    readonly id: string;
    /** The header that carries the signature. */
    readonly header: string;
    /** Markdown. */
    readonly description: string;
    /** What tools know it by, under names that begin with `x-`. */
    readonly extensions: Readonly<Record<string, string>>;
  };
}

/** A wire protocol. A new one is a folder beside this file and a line in `registry.ts`. */
export interface Protocol {
  /** Smithy's name, such as `restJson1`. */
  readonly id: string;
  /** The trait that says so in a Smithy model, such as `aws.protocols#restJson1`. */
  readonly smithyTrait: string;
  /** What its modules of `runtime/`, `-client` and `-server`, begin with, and their exports, `Client` and `Server`. */
  readonly runtime: { readonly module: string; readonly name: string };
  /** How a timestamp in the JSON body is written where nothing says otherwise. */
  readonly timestampFormat: TimestampFormat;
  /** The request header that carries `WireBinding.target`. */
  readonly targetHeader?: string;
  /** Where a response of failure says which error it is. */
  readonly errorName?: { readonly in: 'header' | 'body'; readonly name: string };
  matches(service: Service): boolean;
  bind(operation: Operation, service: Service, report: Report): WireBinding;
  /** Absent where nothing general can be said. */
  access?(service: Service): Access;
}
