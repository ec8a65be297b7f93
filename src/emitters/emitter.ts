import type { BoundService } from '../ecosystems/ecosystem.js';
import type { Unsaid } from './unsaid.js';
import type { ValidationPolicy } from './validators/options.js';

/** A file of the generated package; `path` is relative to its folder, with forward slashes. */
export interface EmittedFile {
  readonly path: string;
  readonly content: string;
  /** The content is in its final form, as that of files that are carried along is. */
  readonly formatted?: true;
}

export interface EmitOptions {
  /** The comment at the head of every source file, a line each, without comment signs. */
  readonly header: readonly string[];
  /** The name of the generated npm package. */
  readonly packageName: string;
  readonly packageVersion: string;
  /** What constraints do at run time. */
  readonly validation?: ValidationPolicy;
  /** The ids of all emitters of this run, for what depends on the other files; filled in where emitters are run. */
  readonly emitters?: readonly string[];
  /** The npm packages that what has been emitted so far imports, with the runtime that it carries; filled in likewise. */
  readonly packages?: () => readonly string[];
}

/** An output. A new one is a folder beside this file and a line in `registry.ts`. It returns files, never writes. */
export interface Emitter {
  /** As in the configuration's `emitters`. */
  readonly id: string;
  /** One line for people. */
  readonly summary: string;
  /** Runs only where the configuration names it. */
  readonly optional?: true;
  /** The ids of those emitters whose files it imports: they run with it. */
  readonly needs?: readonly string[];
  /** What it leaves out, for it has no words for it: that is reported where a service has it. */
  readonly unsaid?: readonly Unsaid[];
  emit(service: BoundService, options: EmitOptions): readonly EmittedFile[];
}

/** Types an output where it is written; gives it back as it is. */
export const defineEmitter = (emitter: Emitter): Emitter => emitter;
