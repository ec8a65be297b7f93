import { expect, it } from 'vitest';
import { fromBase64, toBase64 } from '../../src/runtime/base64.js';

it('writes and reads bytes, also more than one call takes arguments', () => {
  const bytes = Uint8Array.from({ length: 300_001 }, (_, index) => (index * 7) % 256);
  expect(toBase64(bytes) === Buffer.from(bytes).toString('base64')).toBe(true);
  expect(Buffer.compare(fromBase64(toBase64(bytes)), bytes)).toBe(0);
});

it('writes text as UTF-8', () => {
  expect(toBase64('Æ😹')).toBe('w4bwn5i5');
});

it('refuses what is no base64', () => {
  expect(() => fromBase64('a*b')).toThrow();
});
