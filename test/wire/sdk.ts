import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { collector } from '../../src/diagnostics/report.js';
import type { Page } from '../../src/ecosystems/dialect.js';
import { contextOf } from '../../src/emitters/context.js';
import { emitService } from '../../src/emitters/emit.js';
import type { EmittedFile } from '../../src/emitters/emitter.js';
import type { Naming } from '../../src/emitters/naming.js';
import { emitters } from '../../src/emitters/registry.js';
import type { Operation, Service } from '../../src/model/model.js';
import { shapesByName } from '../../src/model/walk.js';
import { bindService } from '../../src/ecosystems/bind-service.js';
import type { BoundService } from '../../src/ecosystems/ecosystem.js';
import type { OperationBinding } from '../../src/ecosystems/protocol.js';
import type { FetchHandler, HandlerContext } from '../../src/runtime/server/server.js';
import type { toNodeListener } from '../../src/runtime/adapters/node.js';
import type { ServiceError } from '../../src/runtime/errors.js';
import { fragmentsOf, servicesOf } from '../dialects/read.js';
import type { World } from './arbitraries.js';

/** What the pages of one service came to, before anything is written. */
export interface GeneratedSdk {
  readonly service: Service;
  readonly bound: BoundService;
  readonly naming: Naming;
  readonly world: World;
  readonly files: readonly EmittedFile[];
}

/**
 * Takes pages of one service through every stage up to the emitted files.
 * @param left the emitters that are left out.
 */
export function generateSdk(pages: readonly Page[], left: readonly string[] = []): GeneratedSdk {
  const { report } = collector();
  const [completed] = servicesOf(fragmentsOf(pages, report), report);
  const bound = completed && bindService(completed, report);
  if (!bound) throw new Error('The pages give no service that a protocol speaks.');
  const { service } = bound;
  const files = emitService(
    bound,
    emitters.map(({ id }) => id).filter((id) => !left.includes(id)),
    { header: ['Generated for a test.'], packageName: service.id, packageVersion: '1.0.0' },
  );
  const { naming } = contextOf(service);
  const world = { shapes: shapesByName(service), key: naming.key };
  return { service, bound, naming, world, files };
}

/** How an operation travels. */
export function bindingOf({ name }: Operation, { bound }: GeneratedSdk): OperationBinding {
  const found = bound.bindings.find(({ operation }) => operation.name === name);
  if (!found) throw new Error(`${name} is not bound.`);
  return found;
}

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** Writes the files to a folder of their own that finds the packages of this repository. The caller removes it. */
export function writeSdk(files: readonly EmittedFile[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'docwright-sdk-'));
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const { path, content } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

export const removeSdk = (folder: string): void => {
  rmSync(folder, { recursive: true });
};

export type Method = (input: unknown, options?: object) => Promise<unknown>;
export type HandlerMethod = (input: unknown, context: HandlerContext) => unknown;

/** A generated package as it is at run time, whatever its operations are called. */
export interface LoadedSdk {
  createClient(options: object): { readonly [method: string]: Method };
  createHandler(handlers: { readonly [method: string]: HandlerMethod }, options?: object): FetchHandler;
  readonly toNodeListener: typeof toNodeListener;
  readonly ServiceError: typeof ServiceError;
}

/** Bundles the package in a folder and imports it. */
export async function loadSdk(folder: string): Promise<LoadedSdk> {
  const outfile = join(folder, 'bundle.mjs');
  await build({
    stdin: {
      contents: `export * from './index.js'; export { toNodeListener } from './runtime/adapters/node.js';`,
      loader: 'ts',
      resolveDir: folder,
    },
    bundle: true,
    outfile,
    format: 'esm',
    platform: 'node',
    target: 'node20',
  });
  return (await import(/* @vite-ignore */ pathToFileURL(outfile).href)) as LoadedSdk;
}
