import { lineComments } from '../../render/comments.js';
import { renderTemplate } from '../../render/templates.js';
import type { EmittedFile } from '../emitter.js';

/** The modules that people import from, by the emitter that writes each. */
const publicModules: readonly (readonly [emitter: string, module: string])[] = [
  ['client', 'client'],
  ['errors', 'errors'],
  ['server', 'server'],
  ['types', 'types'],
  ['validators', 'validators'],
];

/** The public modules that a run with these emitters writes. */
export const modulesOf = (emitters: readonly string[]): readonly string[] =>
  publicModules.filter(([emitter]) => emitters.includes(emitter)).map(([, module]) => module);

/** `index.ts`: everything public. */
export function entryFile(emitters: readonly string[], header: readonly string[]): EmittedFile {
  const view = { header: lineComments(header), modules: modulesOf(emitters) };
  return { path: 'index.ts', content: renderTemplate('index', view) };
}
