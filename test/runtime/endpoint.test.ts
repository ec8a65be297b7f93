import { AthenaClient } from '@aws-sdk/client-athena';
import { ComprehendClient } from '@aws-sdk/client-comprehend';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { WorkMailClient } from '@aws-sdk/client-workmail';
import { describe, expect, it } from 'vitest';
import { operationEndpoint, resolveEndpoint } from '../../src/ecosystems/aws/runtime/endpoint.js';
import type { OperationSchema } from '../../src/runtime/schema/schema.js';
import { bookService, getBook } from './books.js';

const { config: athena } = new AthenaClient({ region: 'eu-west-1' });
const { config: comprehend } = new ComprehendClient({ region: 'eu-west-1' });
const { config: lambda } = new LambdaClient({ region: 'eu-west-1' });
const { config: workmail } = new WorkMailClient({ region: 'eu-west-1' });
const official = { athena, comprehend, lambda, workmail };

function officialHost(
  prefix: keyof typeof official,
  Region: string,
  UseFIPS: boolean,
  UseDualStack: boolean,
): string {
  return official[prefix].endpointProvider({ Region, UseFIPS, UseDualStack }).url.host;
}

describe('resolveEndpoint', () => {
  it.each([
    ['eu-west-1', 'https://books.eu-west-1.amazonaws.com/'],
    ['cn-north-1', 'https://books.cn-north-1.amazonaws.com.cn/'],
    ['us-gov-west-1', 'https://books.us-gov-west-1.amazonaws.com/'],
    ['us-iso-east-1', 'https://books.us-iso-east-1.c2s.ic.gov/'],
    ['us-isob-east-1', 'https://books.us-isob-east-1.sc2s.sgov.gov/'],
    ['eusc-de-east-1', 'https://books.eusc-de-east-1.amazonaws.eu/'],
  ])('finds the host in %s', (region, url) => {
    expect(resolveEndpoint(bookService, { region }).href).toBe(url);
  });

  it.each([
    ['eu-west-1', 'books-fips.eu-west-1.amazonaws.com', 'books.eu-west-1.api.aws'],
    ['us-gov-west-1', 'books-fips.us-gov-west-1.amazonaws.com', 'books.us-gov-west-1.api.aws'],
    ['cn-north-1', 'books-fips.cn-north-1.amazonaws.com.cn', 'books.cn-north-1.api.amazonwebservices.com.cn'],
  ])('finds the hosts for FIPS and dual-stack in %s', (region, fips, dualstack) => {
    expect(resolveEndpoint(bookService, { region, useFips: true }).host).toBe(fips);
    expect(resolveEndpoint(bookService, { region, useDualstack: true }).host).toBe(dualstack);
    const both = resolveEndpoint(bookService, { region, useFips: true, useDualstack: true });
    expect(both.host).toBe(dualstack.replace('books', 'books-fips'));
  });

  it.each([
    { ...bookService, globalEndpoint: 'books.amazonaws.com' },
    { ...bookService, endpointPrefix: 'api.books' },
  ])('guesses no host for FIPS where hosts follow no rule', (service) => {
    const region = 'us-east-1';
    expect(() => resolveEndpoint(service, { region, useFips: true })).toThrow(TypeError);
    expect(() => resolveEndpoint(service, { region, useDualstack: true })).toThrow(TypeError);
    expect(resolveEndpoint(service, { region, useFips: true, endpoint: 'https://x.y' }).host).toBe('x.y');
  });

  it('guesses no dual-stack host in isolated partitions', () => {
    const where = { region: 'us-iso-east-1', useDualstack: true };
    expect(() => resolveEndpoint(bookService, where)).toThrow(TypeError);
  });

  describe.each(['lambda', 'workmail', 'comprehend', 'athena'] as const)('of %s', (endpointPrefix) => {
    const regions = ['eu-west-1', 'cn-north-1', 'us-gov-east-1', 'us-isof-south-1', 'eusc-de-east-1'];
    const choices = [false, true].flatMap((useFips) =>
      [false, true].map((useDualstack) => [useFips, useDualstack] as const),
    );

    it.each(choices)(
      'finds what the official client does: FIPS %s, dual-stack %s',
      (useFips, useDualstack) => {
        for (const region of regions) {
          const service = { ...bookService, endpointPrefix };
          if (useDualstack && region.includes('-iso')) continue;
          const ours = resolveEndpoint(service, { region, useFips, useDualstack }).host;
          expect(ours).toBe(officialHost(endpointPrefix, region, useFips, useDualstack));
        }
      },
    );
  });

  it('prefers the given endpoint, with its path', () => {
    const endpoint = 'http://localhost:8000/base/';
    expect(resolveEndpoint(bookService, { endpoint }).href).toBe(endpoint);
    expect(resolveEndpoint(bookService, { region: 'eu-west-1', endpoint: new URL(endpoint) }).href).toBe(
      endpoint,
    );
  });

  it('takes the one host of a service that has no Regions', () => {
    const service = { ...bookService, globalEndpoint: 'books.amazonaws.com' };
    expect(resolveEndpoint(service, { region: 'us-east-1' }).host).toBe('books.amazonaws.com');
  });

  it.each([{}, { region: '' }, { region: 'evil.example/' }])('refuses %j', (options) => {
    expect(() => resolveEndpoint(bookService, options)).toThrow(TypeError);
  });

  it('wants a Region to sign for, whatever the endpoint', () => {
    const credentials = { accessKeyId: 'a', secretAccessKey: 's' };
    expect(() => resolveEndpoint(bookService, { endpoint: 'http://localhost', credentials })).toThrow(
      TypeError,
    );
  });
});

describe('operationEndpoint', () => {
  const prefixed: OperationSchema = { ...getBook, hostPrefix: '{id}.data.' };
  const endpoint = new URL('https://books.eu-west-1.amazonaws.com');

  it('puts the prefix with its labels before the host', () => {
    expect(operationEndpoint(endpoint, prefixed, { id: 'abc' }).host).toBe(
      'abc.data.books.eu-west-1.amazonaws.com',
    );
    expect(endpoint.host).toBe('books.eu-west-1.amazonaws.com');
  });

  it('is the endpoint itself for an operation without one', () => {
    expect(operationEndpoint(endpoint, getBook, { id: 'abc' })).toBe(endpoint);
  });

  it.each(['', 'a.b', 'evil.example/', 'a'.repeat(64)])('refuses the label %j', (id) => {
    expect(() => operationEndpoint(endpoint, prefixed, { id })).toThrow(TypeError);
  });
});
