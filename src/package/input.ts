import type { Project, ProjectService } from '../config/project.js';
import type { PageFile } from '../files/pages.js';

/** A page, and the name that its text has in the cache; empty where there is none. */
export interface NamedPage extends PageFile {
  readonly hash: string;
}

/** What a package is made from: nothing else decides on it. */
export interface PackageInput {
  readonly pages: readonly NamedPage[];
  readonly configured: ProjectService;
  readonly project: Project;
}
