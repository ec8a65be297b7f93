import { afterEach, describe, expect, it, vi } from 'vitest';
import { cachedCredentials } from '../../src/ecosystems/aws/runtime/auth/signing.js';

const identity = { accessKeyId: 'a', secretAccessKey: 's' };
const minute = 60_000;

afterEach(() => void vi.useRealTimers());

describe('cachedCredentials', () => {
  it('gives a value as it is, without what signing does not need', async () => {
    const given = { ...identity, sessionToken: undefined, expiration: new Date(0) };
    expect(await cachedCredentials(given)()).toEqual(identity);
  });

  it('asks a provider once, also for calls at the same time', async () => {
    const provider = vi.fn(async () => identity);
    const credentials = cachedCredentials(provider);
    const [one, other] = await Promise.all([credentials(), credentials()]);
    expect(one).toBe(other);
    expect(await credentials()).toBe(one);
    expect(provider).toHaveBeenCalledTimes(1);
  });

  it('asks again from five minutes before they expire', async () => {
    vi.useFakeTimers({ now: 0 });
    const provider = vi.fn(() => ({ ...identity, expiration: new Date(Date.now() + 60 * minute) }));
    const credentials = cachedCredentials(provider);
    await credentials();
    vi.setSystemTime(54 * minute);
    await credentials();
    expect(provider).toHaveBeenCalledTimes(1);
    vi.setSystemTime(55 * minute);
    await credentials();
    await credentials();
    expect(provider).toHaveBeenCalledTimes(2);
  });

  it('asks again after a failure', async () => {
    const provider = vi.fn(async () => identity).mockRejectedValueOnce(new Error('No credentials.'));
    const credentials = cachedCredentials(provider);
    await expect(credentials()).rejects.toThrow('No credentials.');
    await expect(credentials()).resolves.toEqual(identity);
  });
});
