import { emitService } from '../../../src/emitters/emit.js';
import { emitters } from '../../../src/emitters/registry.js';
import type { EmitOptions, EmittedFile } from '../../../src/emitters/emitter.js';
import type { Service } from '../../../src/model/model.js';
import { formatFile } from '../../../src/render/format.js';
import { bind } from './build.js';

export const options: EmitOptions = {
  header: ['Generated for a test.'],
  packageName: '@example/library',
  packageVersion: '1.2.3',
};

export const allEmitters = emitters.map(({ id }) => id);

/** The package of a service, as the emitters give it. */
export const emitAll = (service: Service, ids = allEmitters): readonly EmittedFile[] =>
  emitService(bind(service), ids, options);

/** One formatted file of the package. */
export async function emitted(service: Service, path: string): Promise<string> {
  const file = emitAll(service).find((candidate) => candidate.path === path);
  if (!file) throw new RangeError(`There is no ${path}.`);
  return formatFile(file.path, file.content);
}

/** The statement that declares a name, with its doc comment; the lines up to the next empty line at the margin. */
export function declaration(code: string, name: string): string {
  const blocks = code.split(/\n\n(?=\S)/u);
  const found = blocks.find((block) =>
    new RegExp(`^(?:export )?(?:const|type|interface|function) ${name}\\b`, 'mu').test(block),
  );
  return found?.trimEnd() ?? '';
}
