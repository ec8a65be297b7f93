import { afterEach, describe, expect, it, vi } from 'vitest';
import { throttling } from '../../src/ecosystems/aws/runtime/client.js';
import { ServiceError } from '../../src/runtime/errors.js';
import {
  askedDelay,
  delayBefore,
  isRetryable,
  isThrottling,
  refill,
  spend,
} from '../../src/runtime/client/retry.js';

const failure = (name: string, status = 400): ServiceError => new ServiceError(name, '', { status });

/** The words of one ecosystem. */
const rules = { throttling, retryAfterHeader: 'x-amz-retry-after' };

afterEach(() => void vi.restoreAllMocks());

describe('what is tried again', () => {
  it.each([
    'BandwidthLimitExceeded',
    'EC2ThrottledException',
    'LimitExceededException',
    'PriorRequestNotComplete',
    'ProvisionedThroughputExceededException',
    'RequestLimitExceeded',
    'RequestThrottled',
    'RequestThrottledException',
    'SlowDown',
    'ThrottledException',
    'Throttling',
    'ThrottlingException',
    'TooManyRequestsException',
    'TransactionInProgressException',
  ])('%s is throttling', (name) => {
    expect(isThrottling(failure(name), rules)).toBe(true);
    expect(isRetryable(failure(name), rules)).toBe(true);
    expect(isThrottling(failure(name))).toBe(false);
  });

  it('is any failure without an answer, a timeout, and what a server may recover from', () => {
    expect(isRetryable(new TypeError('fetch failed'))).toBe(true);
    expect(isRetryable(failure('RequestTimeout'))).toBe(true);
    for (const status of [429, 500, 502, 503, 504]) expect(isRetryable(failure('X', status))).toBe(true);
  });

  it('is no other error', () => {
    for (const name of ['ValidationException', 'ResourceLimitExceeded', 'ConflictException']) {
      expect(isRetryable(failure(name), rules)).toBe(false);
    }
    expect(isRetryable(failure('NotImplementedException', 501))).toBe(false);
  });
});

describe('the quota', () => {
  it('pays for retries, more for timeouts, and ends them when it is used up', () => {
    const quota = { tokens: 20 };
    expect(spend(quota, failure('X', 500))).toBe(5);
    expect(spend(quota, Object.assign(new Error(), { name: 'TimeoutError' }))).toBe(10);
    expect(spend(quota, failure('X', 500))).toBe(5);
    expect(spend(quota, failure('X', 500))).toBe(0);
  });

  it('gets back what a retry cost that succeeded, else one token, and never more than it had', () => {
    const quota = { tokens: 100 };
    refill(quota, 10);
    refill(quota, 0);
    expect(quota.tokens).toBe(111);
    refill({ ...quota, tokens: 499 }, 10);
    const full = { tokens: 499 };
    refill(full, 10);
    expect(full.tokens).toBe(500);
  });
});

describe('the wait', () => {
  it('doubles up to a limit, is random below it, and longer when throttled', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    expect([1, 2, 3].map((attempt) => delayBefore(attempt, failure('X', 500)))).toEqual([50, 100, 200]);
    expect(delayBefore(1, failure('SlowDown'), {}, 0, rules)).toBe(250);
    expect(delayBefore(1, failure('X', 429))).toBe(250);
    expect(delayBefore(20, failure('X', 500))).toBe(10_000);
    expect(delayBefore(3, failure('X', 500), { baseDelay: 10, maxDelay: 30 })).toBe(15);
  });

  it('is no shorter than the service asks', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    expect(delayBefore(1, failure('X', 503), {}, 1234)).toBe(1234);
  });

  it.each([
    [{}, 0],
    [{ 'retry-after': '2' }, 2000],
    [{ 'retry-after': 'never' }, 0],
    [{ 'retry-after': '-5' }, 0],
    [{ 'retry-after': '999999' }, 300_000],
    [{ 'x-amz-retry-after': '150', 'retry-after': '2' }, 150],
  ])('is read from %j', (headers, milliseconds) => {
    expect(askedDelay(new Headers(headers), rules)).toBe(milliseconds);
  });

  it('is read from a date', () => {
    vi.spyOn(Date, 'now').mockReturnValue(Date.parse('2020-01-01T00:00:00Z'));
    expect(askedDelay(new Headers({ 'retry-after': 'Wed, 01 Jan 2020 00:00:03 GMT' }))).toBe(3000);
  });
});
