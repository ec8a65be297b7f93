import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toSmithy } from '../../src/emitters/smithy/index.js';
import { link } from '../dialects/read.js';
import { hasShared, needsShared, sharedPages, sharedPath } from '../shared.js';

/**
 * How much of the published model the pages give, folder by folder: the least precision and recall. Pages that say
 * more, or less, than the model of their date are listed in docs/fidelity.md.
 */
const FOLDERS: readonly (readonly [form: string, service: string, least: number])[] = [
  ['awsdocs', 'lambda', 0.995],
  ['awsdocs', 'efs', 0.995],
  ['awsdocs', 'transfer', 0.995],
  ['awsdocs', 'comprehend', 0.99],
  ['mirror', 'audit-manager', 0.995],
  ['mirror', 'acm', 0.97],
  ['mirror', 'athena', 0.995],
  ['mirror', 'awssimplequeueservice', 0.995],
  ['current', 'finspace-data', 0.995],
  ['current', 'workmail', 0.995],
  ['placeholders', 'finspace-data', 0.995],
  ['placeholders', 'workmail', 0.995],
  ['text', 'finspace-data', 0.995],
  ['text', 'workmail', 0.995],
  ['scale', 'connect', 0.99],
  ['scale', 'sagemaker', 0.995],
];

const OWN_FACTS: ReadonlySet<string> = new Set(['awsdocs', 'mirror']);

describe.skipIf(!hasShared)(`facts of real pages against the published models${needsShared}`, () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'docwright-fidelity-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each(FOLDERS)('%s/%s', (form, service, least) => {
    const extracted = join(folder, `${form}-${service}.json`);
    writeFileSync(extracted, JSON.stringify(toSmithy(link(sharedPages('corpus', form, service)).services)));
    const truth = sharedPath('truth', OWN_FACTS.has(form) ? form : 'current', `${service}.facts.json`);
    const run = spawnSync(
      process.execPath,
      [
        sharedPath('fidelity', 'score.mjs'),
        extracted,
        truth,
        '--pages',
        sharedPath('corpus', form, service),
        '--min',
        String(least),
      ],
      { encoding: 'utf8' },
    );
    expect(run.status, run.stdout + run.stderr).toBe(0);
  });
});
