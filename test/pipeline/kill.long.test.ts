import { expect, it } from 'vitest';
import { emitters } from '../../src/emitters/registry.js';
import { sampleConfig } from '../cli/docwright.js';
import { killRuns } from './kills.js';

it('a run that is killed at any of 50 moments breaks nothing, and the next one completes it', async () => {
  expect(await killRuns(50, 4711)).toBeGreaterThan(15);
});

it('the same with every output that there is (10 kills)', async () => {
  const everything = emitters.map(({ id }) => id);
  expect(await killRuns(10, 42, sampleConfig({}, everything))).toBeGreaterThan(1);
});
