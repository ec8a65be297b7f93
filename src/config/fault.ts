import type { Path } from './source.js';

/** A value at fault, for `config-value`. */
export interface Fault {
  readonly path: Path;
  readonly where: string;
  readonly found: string;
  readonly expected: string;
}
