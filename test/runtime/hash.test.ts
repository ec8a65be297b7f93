import { createHash, createHmac } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type * as hash from '../../src/runtime/hash.js';

afterEach(() => void (vi.restoreAllMocks(), vi.resetModules()));

/** The module on a host with or without hashes of its own. */
async function load(host: 'native' | 'native without one-shot hash' | 'web'): Promise<typeof hash> {
  vi.resetModules();
  const native = { createHash, createHmac };
  if (host === 'web') vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined);
  if (host === 'native without one-shot hash') vi.spyOn(process, 'getBuiltinModule').mockReturnValue(native);
  return import('../../src/runtime/hash.js');
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const chunks = ['Æ text', new Uint8Array([1, 2, 3]), new Uint8Array([9, 8, 7, 6]).subarray(1, 3)];
const secret = new Uint8Array([5, 5, 5]);

describe.each(['native', 'native without one-shot hash', 'web'] as const)(
  'Sha256 on a host that is %s',
  (host) => {
    it('hashes nothing, one piece, and several', async () => {
      const { Sha256 } = await load(host);
      for (const count of [0, 1, 3]) {
        const [ours, theirs] = [new Sha256(), createHash('sha256')];
        for (const chunk of chunks.slice(0, count)) {
          ours.update(chunk);
          theirs.update(chunk);
        }
        expect(hex(await ours.digest())).toBe(theirs.digest('hex'));
      }
    });

    it.each([secret, 'AWS4secret'])('makes a code with the secret %s', async (key) => {
      const { Sha256 } = await load(host);
      const ours = new Sha256(key);
      ours.update('text');
      expect(hex(await ours.digest())).toBe(createHmac('sha256', key).update('text').digest('hex'));
    });
  },
);
