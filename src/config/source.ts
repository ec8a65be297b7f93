import type { SourceRange } from '../diagnostics/position.js';

/** The way from the configuration's root to a value: keys and indices. */
export type Path = readonly (string | number)[];

/** A configuration as it was read, before anything is known of its form. */
export interface ConfigSource {
  readonly value: unknown;
  /** The name of the file in diagnostics, and what it holds. */
  readonly file: string;
  readonly text: string;
  /**
   * Where the value at a path stands, or the nearest value around it that the file spells out; `of: 'key'` gives the
   * place of the key instead.
   */
  locate(path: Path, of: 'key' | 'value'): Promise<SourceRange>;
}

/** A value at fault, for `config-value`. */
export interface Fault {
  readonly path: Path;
  readonly where: string;
  readonly found: string;
  readonly expected: string;
}
