/**
 * The public API of docwright. Whatever takes time to load is loaded at the first call, so that a configuration can
 * import `defineConfig` from here at no cost.
 */
import type { DiffOptions, DiffResult } from './commands/diff.js';
import type { GenerateOptions, GenerateResult } from './commands/generate.js';
import type { InspectOptions, InspectResult, ModelOptions, ModelResult } from './commands/inspect.js';

export { defineConfig, type Config, type ServiceConfig } from './config/config.js';
export type { DiffDocument } from './changes/document.js';
export type { Diagnostic } from './diagnostics/diagnostic.js';
export type { DiffOptions, DiffResult } from './commands/diff.js';
export { explain } from './diagnostics/explain.js';
export { formatFindings } from './diagnostics/format/index.js';
export type { Dialect } from './ecosystems/dialect.js';
export type { Emitter } from './emitters/emitter.js';
export type { GenerateOptions, GenerateResult } from './commands/generate.js';
export type { InspectOptions, InspectResult, ModelOptions, ModelResult } from './commands/inspect.js';
export type { Model } from './model/model.js';
export type { Protocol } from './ecosystems/protocol.js';

/** Generates the packages of the configured services, as `docwright generate` does. */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  return (await import('./commands/generate.js')).generate(options);
}

/** Reads pages into a model. */
export async function readModel(options: ModelOptions): Promise<ModelResult> {
  return (await import('./commands/inspect.js')).readModel(options);
}

/** Shows what pages say, as `docwright inspect` does. */
export async function inspect(options: InspectOptions): Promise<InspectResult> {
  return (await import('./commands/inspect.js')).inspect(options);
}

/** Compares two versions of pages or models, as `docwright diff` does. */
export async function diff(options: DiffOptions): Promise<DiffResult> {
  return (await import('./commands/diff.js')).diff(options);
}
