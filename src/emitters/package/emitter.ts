import type { Emitter } from '../emitter.js';
import { manifestFiles } from './manifest.js';
import { readmeFile } from './readme.js';
import { lineComments } from '../../render/comments.js';
import { renderTemplate } from '../../render/templates.js';
import type { EmittedFile } from '../emitter.js';
import { modulesOf } from './parts.js';

/** What makes the files a package: `package.json`, `tsconfig.json`, `README.md`, `index.ts`. */
export const packageFiles: Emitter = {
  id: 'package',
  summary: 'package.json, README.md and index.ts',
  emit: (bound, options) => [
    ...manifestFiles(bound.service, options),
    ...entryFiles(options.emitters ?? [], options.header),
    readmeFile(bound, options),
  ],
};

/** `index.ts`: everything public; none where a package has no code. */
export function entryFiles(emitters: readonly string[], header: readonly string[]): readonly EmittedFile[] {
  const modules = modulesOf(emitters);
  if (modules.length === 0) return [];
  return [{ path: 'index.ts', content: renderTemplate('index', { header: lineComments(header), modules }) }];
}
