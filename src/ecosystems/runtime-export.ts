/** Something that a module of the runtime exports, as generated code imports it. */
export interface RuntimeExport {
  /** The module within the package's `runtime/`, without its ending, such as `http/auth/bearer`. */
  readonly module: string;
  readonly name: string;
}
