import type { OutputFile } from '../files/plan.js';

/** A file in its final form. */
export interface PrintedFile extends OutputFile {
  /** The name of its text before it was formatted; absent where nothing formats such files. */
  readonly printed?: string;
}
