import { lineComments } from '../../render/comments.js';
import { renderTemplate } from '../../render/templates.js';
import type { EmittedFile } from '../emitter.js';
import { modulesOf } from './parts.js';

/** `index.ts`: everything public; none where a package has no code. */
export function entryFiles(emitters: readonly string[], header: readonly string[]): readonly EmittedFile[] {
  const modules = modulesOf(emitters);
  if (modules.length === 0) return [];
  return [{ path: 'index.ts', content: renderTemplate('index', { header: lineComments(header), modules }) }];
}
