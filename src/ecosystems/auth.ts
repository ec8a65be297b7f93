import type { AuthDescription, JsonValue } from '../model/model.js';
import type { RuntimeExport } from './runtime-export.js';

/** A way to show who sends a request: a folder in its ecosystem, and a line in that one's `auth`. */
export interface AuthScheme {
  /** As in `AuthDescription.scheme`, such as `bearer`. */
  readonly id: string;
  /** One line for people. */
  readonly summary: string;
  /** What is wrong with the options of a description, in words; undefined where nothing is. */
  check(options: AuthDescription['options']): string | undefined;
  readonly runtime: {
    /**
     * A function from the options of a description to an `Authorizer` of the core runtime, which is called for each
     * attempt, after encoding.
     */
    readonly authorizer: RuntimeExport;
    /** The type of what a caller gives. */
    readonly credentials: RuntimeExport;
  };
  /** An expression that gives credentials, for examples that people read. */
  readonly sample: string;
  /** The security scheme of OpenAPI 3.1, extensions included. */
  openapi(description: Pick<AuthDescription, 'options' | 'description'>): {
    readonly [key: string]: JsonValue;
  };
}
