/** What an error carries beside its message, as the service documents it. */
export type ErrorMembers = { readonly [name: string]: unknown };

/** What of the response of an error is kept. */
export interface ErrorResponse {
  readonly status: number;
  readonly headers: Headers;
}

export interface ErrorDetails<Members extends object = ErrorMembers> {
  /** The HTTP status. */
  readonly status: number;
  /** What the body says for the error, where the service documents it. */
  readonly code?: string | number | undefined;
  readonly members?: Members | undefined;
  /** The service's id of the request, where it gave one. */
  readonly requestId?: string | undefined;
  readonly response?: ErrorResponse | undefined;
  readonly body?: unknown;
  readonly cause?: unknown;
}

/**
 * An error that a service answers with. Clients throw it, narrowed by `name` or by `instanceof` one of the classes that
 * `documentedError` makes; handlers throw it to answer with it.
 */
export class ServiceError<Name extends string = string, Members extends object = ErrorMembers> extends Error {
  override readonly name: Name;
  readonly status: number;
  /** What the body says for the error, where the service documents it. */
  readonly code: string | number | undefined;
  /** Documented members beside the message; empty where the service sent none. */
  readonly members: Partial<Members>;
  readonly requestId: string | undefined;
  /** The response that told it; absent where no service did. */
  readonly response: ErrorResponse | undefined;
  /** The body of that response: what its JSON says, or its text. */
  readonly body: unknown;

  constructor(name: Name, message: string, details: ErrorDetails<Members>) {
    super(message, { cause: details.cause });
    this.name = name;
    this.status = details.status;
    this.code = details.code;
    this.members = details.members ?? {};
    this.requestId = details.requestId;
    this.response = details.response;
    this.body = details.body;
  }
}

/** The class of one documented error: construct it in a handler, test for it with `instanceof` in a client. */
export interface ErrorClass<Name extends string, Members extends object> {
  new (message?: string, members?: Members): ServiceError<Name, Members>;
  readonly errorName: Name;
  readonly status: number;
  readonly code: string | number | undefined;
}

/**
 * The class of a documented error. `instanceof` asks for the name, so that errors thrown by a client match although
 * the client does not carry the class.
 */
export function documentedError<Name extends string, Members extends object = ErrorMembers>(
  name: Name,
  status: number,
  code?: string | number,
): ErrorClass<Name, Members> {
  return class extends ServiceError<Name, Members> {
    static readonly errorName = name;
    static readonly status = status;
    static readonly code = code;

    static override [Symbol.hasInstance](value: unknown): boolean {
      return value instanceof ServiceError && value.name === name;
    }

    constructor(message: string = name, members?: Members) {
      super(name, message, { status, code, members });
    }
  };
}
