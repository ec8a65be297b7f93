import type { DiffDocument } from '../changes/document.js';
import type { Project } from '../config/project.js';
import type { FileChange } from '../diagnostics/format/reporter.js';
import type { Session } from '../diagnostics/session.js';
import type { PackageCounts } from './make.js';
import type { Tools } from './tools.js';

/** What a run does with the files that it comes to. */
export interface WriteOptions {
  /** What becomes of the files: written, compared with what is there, or only planned. */
  readonly mode: 'write' | 'check' | 'plan';
  /** Overwrite and delete files that somebody else wrote or edited. */
  readonly force?: boolean | undefined;
  /** Mend the signature and the imports of handlers that no longer fit. */
  readonly fix?: boolean | undefined;
  /** Write what changed since the last generation into the package's CHANGELOG.md. */
  readonly changelog?: boolean | undefined;
  /** Write what changed into a file for changesets. */
  readonly changeset?: boolean | undefined;
}

/** What all services of a run share. */
export interface Run extends Tools {
  readonly project: Project;
  readonly options: WriteOptions & { readonly folder: string };
  readonly session: Session;
}

/** What one service came to. */
export interface GeneratedService extends PackageCounts {
  /** What changed since it was last generated; absent where nothing did. */
  readonly changes?: DiffDocument;
}

/** What one service came to, and its files; no service where the pages describe none. */
export interface Outcome {
  readonly service?: GeneratedService;
  readonly files: readonly FileChange[];
}
