import { describe, expect, it } from 'vitest';
import { parse as reference } from '../../src/markdown/engines/remark.js';
import { parse as fast } from '../../src/markdown/engines/satteri.js';
import { hasShared, needsShared, sharedPages } from '../shared.js';
import { plain } from './engines.js';

const FOLDERS = [
  'awsdocs/lambda',
  'awsdocs/efs',
  'awsdocs/transfer',
  'awsdocs/comprehend',
  'mirror/audit-manager',
  'mirror/acm',
  'mirror/athena',
  'mirror/awssimplequeueservice',
  'current/finspace-data',
  'current/workmail',
  'placeholders/finspace-data',
  'placeholders/workmail',
  'scale/connect',
  'scale/sagemaker',
];

describe.skipIf(!hasShared)(`the engines give equal trees of real pages${needsShared}`, () => {
  it.each(FOLDERS)('%s', (folder) => {
    const different = sharedPages('corpus', ...folder.split('/'))
      .filter(({ text }) => JSON.stringify(plain(fast(text))) !== JSON.stringify(plain(reference(text))))
      .map(({ path }) => path);
    expect(different).toEqual([]);
  });
});
