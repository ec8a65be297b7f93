import { describe, expect, it } from 'vitest';
import { operationEndpoint, resolveEndpoint } from '../../src/runtime/endpoint.js';
import type { OperationSchema } from '../../src/runtime/schema.js';
import { bookService, getBook } from './books.js';

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
