import type { ExitCode } from '../../diagnostics/exit.js';

/** Where text goes. */
export interface Stream {
  readonly isTerminal: boolean;
  write(text: string): void;
}

/** All that a command sees of the process that it runs in. */
export interface Terminal {
  /** The working folder, absolute. */
  readonly folder: string;
  /** As Node names it, such as `linux`. */
  readonly platform: string;
  readonly environment: { readonly [name: string]: string | undefined };
  /** Data: what a command is asked for. */
  readonly out: Stream;
  /** Everything for people. */
  readonly err: Stream;
  /** Aborted once somebody asks the process to end; from the first call on, the process does not end by itself. */
  interrupted(): AbortSignal;
  exitWith(code: ExitCode): void;
}
