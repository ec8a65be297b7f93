import type { Report } from '../diagnostics/report.js';
import type { LinkRules } from '../link/rules.js';
import type { Fact } from '../model/provenance.js';
import type { AuthDescription, JsonValue, Server, Service } from '../model/model.js';
import type { AddedMember } from '../model/overrides.js';
import type { AuthScheme } from './auth.js';
import type { Dialect } from './dialect.js';
import type { ClientSetup } from './client-setup.js';
import type { Access, OperationBinding, Protocol } from './protocol.js';
import type { RuntimeExport } from './runtime-export.js';

/** Who documents and speaks how: page formats, wire protocols and auth schemes that belong together. */
export interface Ecosystem {
  readonly id: string;
  /** One line for people. */
  readonly summary: string;
  readonly dialects: readonly Dialect[];
  readonly protocols: readonly Protocol[];
  readonly auth: readonly AuthScheme[];
  /** What it adds to linking. */
  readonly linking: LinkRules;
  /** Adds what pages do not say and the ecosystem knows, and reports what nobody says. */
  complete(service: Service, given: GivenFacts, report: Report): Service;
  /** Where requests go and how they are signed, where that follows from the service's traits. */
  access?(service: Service): Access;
  /** What a Smithy model says of the service that only this ecosystem understands. */
  smithyTraits?(service: Service): { readonly [trait: string]: JsonValue };
  /**
   * A model of an earlier version, as JSON, in today's form; undefined where it is none of this ecosystem or of no version
   * that it knows.
   */
  migrateModel?(model: unknown, version: string): unknown;
  readonly runtime: {
    /** The folder of its modules, which generated packages have as `runtime/<id>/`. */
    readonly folder: URL;
    /** Folders of plug-ins, which packages have as `runtime/<id>/` likewise, by those ids. */
    readonly foreign?: { readonly [id: string]: URL };
    /**
     * `connect(service, protocol, options)`, which gives a `Connection` of the core runtime, and the type of the options.
     * Where there is a `client`, its settings stand before the options.
     */
    readonly connect: RuntimeExport;
    readonly options: RuntimeExport;
    /** What the clients of one service need beyond that; absent where all services are reached in the same way. */
    client?(bound: BoundService): ClientSetup | undefined;
    /** Options of a client as examples for people give them, and the names of what else can be given. */
    sample(bound: BoundService): ClientSample;
    /** The type of the table of a service, and what stands in one beside id and version of the API. */
    readonly service: RuntimeExport;
    serviceFields(service: Service): { readonly [name: string]: string };
  };
}

/** The service with every operation bound. */
export interface BoundService {
  readonly service: Service;
  readonly ecosystem: Ecosystem;
  readonly protocol: Protocol;
  /** In the order of `service.operations`. */
  readonly bindings: readonly OperationBinding[];
  readonly access: Access;
}

export interface ClientSample {
  /** Expressions by the names of options. */
  readonly given: readonly SampleOption[];
  /** Options that only clients of this ecosystem have. */
  readonly others: readonly string[];
}

export interface SampleOption {
  readonly name: string;
  readonly expression: string;
  /** A connection cannot be made without it. */
  readonly needed: boolean;
}

/** What a configuration says of a service that its pages do not, or say otherwise. */
export interface GivenFacts {
  /** True where the configuration has named the service, so that its id stays. */
  readonly keepId: boolean;
  readonly protocol?: Fact<string>;
  readonly servers?: readonly Server[];
  readonly auth?: readonly AuthDescription[];
  /** What every operation takes, by name. */
  readonly parameters?: { readonly [name: string]: Fact<AddedMember> };
}
