import { readFileSync } from 'node:fs';
import { globbySync } from 'globby';
import { format as prettier } from 'prettier';
import { describe, expect, it } from 'vitest';
import { formatFile, formatterEngine, type FormatterEngine } from '../../src/render/format.js';
import { readServices } from '../../src/pipeline.js';
import { emitAll } from '../emitters/support/emit.js';
import { library } from '../emitters/support/sample.js';
import { emitEverything, unequal } from './engines.js';

const samples = ['finspace-data', 'workmail'];

const pagesOf = (sample: string) =>
  globbySync(`docs-input/${sample}/**/*.md`).map((path) => ({ path, text: readFileSync(path, 'utf8') }));

describe('the engines', () => {
  it('are both installed where docwright is developed', async () => {
    expect(await formatterEngine()).toBe('oxfmt');
    expect(await formatterEngine('prettier')).toBe('prettier');
  });

  it.each(samples)('print equal bytes of everything that is emitted for %s', async (sample) => {
    const { services } = await readServices(pagesOf(sample), {}, () => undefined);
    expect(services).not.toEqual([]);
    expect(await unequal(emitEverything(services))).toEqual([]);
  });

  it('print equal bytes of a service with every kind of thing', async () => {
    expect(await unequal(emitAll(library).filter(({ formatted }) => formatted !== true))).toEqual([]);
  });

  it.each(['oxfmt', 'prettier'] as const)('say where code does not parse: %s', async (engine) => {
    await expect(formatFile('a.ts', 'const a = ;', engine)).rejects.toThrow(SyntaxError);
  });

  it.each<[FormatterEngine, string, string]>([
    ['oxfmt', 'a | b', 'type A = a | b;\n'],
    ['prettier', 'a | b', 'type A = a | b;\n'],
  ])('format code: %s', async (engine, type, expected) => {
    expect(await formatFile('a.ts', `type A = ${type}`, engine)).toBe(expected);
  });
});

describe('formatFile', () => {
  it('leaves code as it is printed where formatting is off', async () => {
    expect(await formatFile('a.ts', 'let  a', 'off')).toBe('let  a');
  });

  it('leaves what is no code', async () => {
    expect(await formatFile('a.json', '{ }')).toBe('{ }');
  });

  it('formats the modules in Markdown and leaves its prose', async () => {
    const text = '*  one\n\n```ts\nlet  a = "$&"\n```\n\n```\nlet  b\n```\n\n```ts\nlet c\n```\n';
    expect(await formatFile('README.md', text)).toBe(
      "*  one\n\n```ts\nlet a = '$&';\n```\n\n```\nlet  b\n```\n\n```ts\nlet c;\n```\n",
    );
  });

  it('gives a README that Prettier has nothing to say about', async () => {
    for (const sample of samples) {
      const { services } = await readServices(pagesOf(sample), {}, () => undefined);
      const readme = emitEverything(services).find(({ path }) => path === 'README.md');
      const formatted = await formatFile('README.md', readme?.content ?? '');
      const options = { parser: 'markdown', singleQuote: true, printWidth: 110 };
      expect(formatted).toContain('## Operations');
      expect(await prettier(formatted, options)).toBe(formatted);
    }
  });
});
