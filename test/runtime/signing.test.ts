import { SignatureV4 } from '@smithy/signature-v4';
import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  dictionary,
  oneof,
  option,
  record,
  string,
  stringMatching,
  webSegment,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Signer } from '../../src/ecosystems/aws/runtime/auth/signer.js';
import { createSigner } from '../../src/ecosystems/aws/runtime/auth/signing.js';
import type { WireRequest } from '../../src/runtime/messages.js';
import { getBook } from './books.js';
import { Sha256 } from './official-hash.js';

const date = new Date('2015-08-30T12:36:00Z');
const identity = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

describe('Signer', () => {
  it('gives the signature of the published example', async () => {
    const headers = { host: 'example.amazonaws.com', 'x-amz-date': '20150830T123600Z' };
    const where = { hostname: 'example.amazonaws.com', protocol: 'https:' };
    const request = { method: 'GET', path: '/', query: {}, headers, ...where };
    const signer = new Signer('us-east-1', 'service');
    expect(await signer.authorization(request, emptyHash, identity, '20150830T123600Z')).toBe(
      'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, ' +
        'Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
    );
  });

  it('signs as the official signer does', async () => {
    const text = stringMatching(/^[!-~\xa0][ -~\xa0]{0,20}$/);
    const unsigned = constantFrom(
      'user-agent',
      'sec-fetch-mode',
      'cache-control',
      'proxy-x',
      'te',
      'expect',
      'sec',
    );
    const requests = record({
      method: constantFrom('GET', 'POST', 'PUT', 'DELETE'),
      // Dots alone are refused when paths are written.
      path: array(
        webSegment().filter((text) => text !== '.' && text !== '..'),
        { maxLength: 4 },
      ).map((parts) => `/${parts.join('/')}`),
      // The official signer signs a parameter `__proto__` as `[object Object]`.
      query: dictionary(
        string().filter((key) => key !== '__proto__'),
        oneof(string(), array(string(), { maxLength: 3 })),
      ),
      headers: dictionary(oneof(stringMatching(/^x-[a-z]{1,8}$/), unsigned), text),
      body: option(
        oneof(
          string(),
          string().map((body) => new TextEncoder().encode(body)),
        ),
        { nil: undefined },
      ),
    });
    await assert(
      asyncProperty(requests, option(text, { nil: undefined }), async (request, sessionToken) => {
        const credentials = { ...identity, ...(sessionToken && { sessionToken }) };
        const ours = await new Signer('eu-west-1', 'books').sign(request, 'books.example', credentials, date);
        expect({ ...ours, host: 'books.example' }).toEqual(await officially(request, credentials));
      }),
    );
  });

  it('keeps a stated hash of the payload', async () => {
    const headers = { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };
    const request = { method: 'PUT', path: '/', query: {}, headers, body: new Blob(['x']).stream() };
    const signed = await new Signer('eu-west-1', 'books').sign(request, 'books.example', identity, date);
    expect(signed['x-amz-content-sha256']).toBe('UNSIGNED-PAYLOAD');
    expect({ ...signed, host: 'books.example' }).toEqual(await officially(request, identity));
  });

  it('derives a new key for other credentials and another day', async () => {
    const request = { method: 'GET', path: '/', query: {}, headers: {} };
    const signer = new Signer('eu-west-1', 'books');
    const sign = async (secretAccessKey: string, at: Date): Promise<string | undefined> =>
      (await signer.sign(request, 'books.example', { ...identity, secretAccessKey }, at)).authorization;
    const later = new Date(date.getTime() + 86_400_000);
    const all = [await sign('a', date), await sign('b', date), await sign('b', later), await sign('a', date)];
    expect(new Set(all).size).toBe(3);
    expect(all[3]).toBe(all[0]);
  });
});

describe('createSigner', () => {
  it('asks for credentials and signs with them', async () => {
    const sign = createSigner(async () => ({ ...identity, sessionToken: 'token' }), 'us-east-1', 'service');
    const { headers } = await sign(
      { method: 'GET', path: '/', query: {}, headers: {} },
      { operation: getBook, host: 'example.amazonaws.com', date },
    );
    expect(headers['x-amz-security-token']).toBe('token');
    expect(headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/20150830\/us-east-1\/service\//,
    );
  });
});

async function officially(request: WireRequest, credentials: typeof identity): Promise<unknown> {
  const signer = new SignatureV4({ credentials, region: 'eu-west-1', service: 'books', sha256: Sha256 });
  const headers = { ...request.headers, host: 'books.example' };
  const http = { ...request, headers, protocol: 'https:', hostname: 'books.example' };
  return (await signer.sign(http, { signingDate: date })).headers;
}
