import { afterAll, expect, it, vi } from 'vitest';

// As it is where npm has left out the package of this platform: the engine itself is there.
vi.mock('oxfmt', () => ({ format: () => Promise.reject(new Error('Cannot find native binding.')) }));

// Other tests may have loaded the real one, or may do so after this one.
vi.resetModules();
afterAll(() => {
  vi.doUnmock('oxfmt');
  vi.resetModules();
});
const { formatFile, formatterEngine } = await import('../../src/render/format.js');

it('takes the reference engine where the native part of the fast one is missing', async () => {
  expect(await formatterEngine('oxfmt')).toBe('prettier');
  expect(await formatFile('a.ts', 'let  a', 'oxfmt')).toBe('let a;\n');
});
