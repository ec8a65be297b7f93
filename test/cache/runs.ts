import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { generate, type GenerateResult } from '../../src/commands/generate.js';
import { sampleConfig, sampleProject } from '../cli/docwright.js';

/** What a run comes to, without what depends on the clock. */
export const outcome = ({ diagnostics, strict, services, files }: GenerateResult) => ({
  diagnostics,
  strict,
  services,
  files,
});

/** A project that has a place for a cache. */
export function project(
  config: string = sampleConfig({ handlers: 'handlers' }, ['types', 'errors', 'server', 'model']),
): string {
  const folder = sampleProject(config);
  mkdirSync(join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{}');
  return folder;
}

export const cacheOf = (folder: string): string => join(folder, 'node_modules/.cache/docwright');

/** Without a cache, with it, and with it once more, when it has seen everything: three runs that touch nothing. */
export async function threeRuns(folder: string, mode: 'plan' | 'check'): Promise<void> {
  const without = await generate({ folder, mode, cache: false });
  expect(outcome(await generate({ folder, mode }))).toEqual(outcome(without));
  expect(outcome(await generate({ folder, mode }))).toEqual(outcome(without));
}
