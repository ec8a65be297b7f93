import { createHash, createHmac } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type * as hash from '../../src/ecosystems/aws/runtime/auth/hash.js';

afterEach(() => void (vi.restoreAllMocks(), vi.resetModules()));

/** The module on a host with or without hashes of its own. */
async function load(host: 'native' | 'native without one-shot hash' | 'web'): Promise<typeof hash> {
  vi.resetModules();
  const native = { createHash, createHmac };
  if (host === 'web') vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined);
  if (host === 'native without one-shot hash') vi.spyOn(process, 'getBuiltinModule').mockReturnValue(native);
  return import('../../src/ecosystems/aws/runtime/auth/hash.js');
}

const part = new Uint8Array([9, 8, 7, 6]).subarray(1, 3);

describe.each(['native', 'native without one-shot hash', 'web'] as const)('on a host that is %s', (host) => {
  it.each(['', 'Æ text', new Uint8Array([1, 2, 255]), part])('sha256 hashes %s', async (data) => {
    const { sha256 } = await load(host);
    expect(await sha256(data)).toBe(createHash('sha256').update(data).digest('hex'));
  });

  it.each(['AWS4sécret', new Uint8Array([5, 5, 5]), part])('hmac makes codes with %s', async (secret) => {
    const { hmac, toHex } = await load(host);
    const sign = hmac(secret);
    for (const text of ['text', 'Æ']) {
      expect(toHex(await sign(text))).toBe(createHmac('sha256', secret).update(text).digest('hex'));
    }
  });
});

it('toHex writes each byte with two digits', async () => {
  const { toHex } = await load('native');
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  expect(toHex(all)).toBe(Buffer.from(all).toString('hex'));
});
