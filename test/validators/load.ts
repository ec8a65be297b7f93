import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Service } from '../../src/model/model.js';
import { validators } from '../../src/emitters/validators/emitter.js';
import type { ValidationPolicy } from '../../src/emitters/validators/options.js';
import type { EmitOptions } from '../../src/emitters/emitter.js';
import type { Validator } from '../../src/runtime/validation/validator.js';
import { boundService } from './model.js';

export const sourceFolder = fileURLToPath(new URL('../../src/', import.meta.url));

export const emitOptions = (validation?: ValidationPolicy): EmitOptions => ({
  header: ['Generated.'],
  packageName: 'example',
  packageVersion: '1.0.0',
  ...(validation && { validation }),
});

/** The text of validators.ts, before it is formatted. */
export const emitValidators = (service: Service, policy?: ValidationPolicy): string =>
  validators
    .emit(boundService(service), emitOptions(policy))
    .map(({ content }) => content)
    .join('\n');

/** Bundles a module that stands beside `runtime/`, as generated ones do, and gives what it exports. */
export async function loadModule(code: string): Promise<Record<string, unknown>> {
  const { outputFiles } = await build({
    stdin: { contents: code, loader: 'ts', resolveDir: sourceFolder },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    packages: 'external',
  });
  // A module without a place of its own finds packages by their address only.
  const text = (outputFiles[0]?.text ?? '').replaceAll('from "zod"', `from "${import.meta.resolve('zod')}"`);
  return import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
}

/** Emits and loads the validators of a service, by name. */
export async function loadValidators(
  service: Service,
  policy?: ValidationPolicy,
): Promise<Record<string, Validator<unknown>>> {
  return (await loadModule(emitValidators(service, policy))) as Record<string, Validator<unknown>>;
}
