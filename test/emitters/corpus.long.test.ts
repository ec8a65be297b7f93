import { describe, expect, it } from 'vitest';
import { emitService } from '../../src/emitters/emit.js';
import type { EmittedFile } from '../../src/emitters/emitter.js';
import { bindService } from '../../src/ecosystems/bind-service.js';
import { formatFile } from '../../src/render/format.js';
import { fragmentsOf, servicesOf } from '../dialects/read.js';
import { hasShared, needsShared, sharedPages } from '../shared.js';
import { typeErrors, usesAny } from './support/compile.js';
import { allEmitters, options } from './support/emit.js';

function emitFolder(...folder: string[]): readonly EmittedFile[] {
  const report = (): void => undefined;
  const [completed] = servicesOf(fragmentsOf(sharedPages('corpus', ...folder), report), report);
  const bound = completed && bindService(completed, report);
  if (!bound) throw new RangeError(`There is no service in ${folder.join('/')}.`);
  return emitService(bound, allEmitters, options);
}

const folders = [
  ['awsdocs', 'lambda'],
  ['current', 'workmail'],
  ['current', 'finspace-data'],
  ['mirror', 'audit-manager'],
  ['awsdocs', 'comprehend'],
  ['scale', 'sagemaker'],
] as const;

describe.skipIf(!hasShared)(`the package of real pages${needsShared}`, () => {
  it.each(folders.map((folder) => [folder.join('/'), folder] as const))(
    'of %s is formatted, compiles under every flag and has no any',
    async (_, folder) => {
      const files = emitFolder(...folder);
      const formatted = await Promise.all(
        files.map(async ({ path, content }) => ({ path, content: await formatFile(path, content) })),
      );
      // The types of zod over two thousand shapes take minutes to check; those of the other services have to do.
      const checked = formatted.filter(({ path }) => folder[0] !== 'scale' || path !== 'validators-zod.ts');
      expect(typeErrors(checked)).toEqual([]);
      const typescript = formatted.filter(({ path }) => path.endsWith('.ts'));
      expect(typescript.filter(usesAny).map(({ path }) => path)).toEqual([]);
    },
  );
});
