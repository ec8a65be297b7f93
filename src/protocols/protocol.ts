import type { Report } from '../diagnostics/report.js';
import type { Member, Operation, Service } from '../ir/model.js';
import type { TimestampFormat } from '../ir/types.js';

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

/** A wire protocol. A new one is a folder beside this file and a line in `registry.ts`. */
export interface Protocol {
  /** Smithy's name, such as `restJson1`. */
  readonly id: string;
  /** The trait that says so in a Smithy model, such as `aws.protocols#restJson1`. */
  readonly smithyTrait: string;
  /** The module of `runtime/` that speaks it, and its export. */
  readonly runtime: { readonly module: string; readonly name: string };
  /** How a timestamp in the JSON body is written where nothing says otherwise. */
  readonly timestampFormat: TimestampFormat;
  matches(service: Service): boolean;
  bind(operation: Operation, service: Service, report: Report): WireBinding;
}
