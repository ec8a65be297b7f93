import { emitService } from '../../src/emitters/emit.js';
import type { EmittedFile } from '../../src/emitters/emitter.js';
import type { Service } from '../../src/model/model.js';
import { bindService } from '../../src/ecosystems/bind-service.js';
import { formatFile } from '../../src/render/format.js';
import { allEmitters, options } from '../emitters/support/emit.js';

/** What every emitter gives for the first of these services, but for what is carried along in its final form. */
export function emitEverything([service]: readonly Service[]): readonly EmittedFile[] {
  const bound = service && bindService(service, () => undefined);
  if (!bound) throw new RangeError('There is no service that a protocol fits.');
  return emitService(bound, allEmitters, options).filter(({ formatted }) => formatted !== true);
}

/** The paths of those files that the engines print differently, or that change when they are formatted again. */
export async function unequal(files: readonly EmittedFile[]): Promise<readonly string[]> {
  const different: string[] = [];
  for (const { path, content } of files) {
    const fast = await formatFile(path, content, 'oxfmt');
    if (fast !== (await formatFile(path, content, 'prettier'))) different.push(path);
    if (fast !== (await formatFile(path, fast, 'oxfmt'))) different.push(`${path}, formatted again`);
  }
  return different;
}
