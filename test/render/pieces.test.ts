import { describe, expect, it } from 'vitest';
import { formatTypeScript as formatWhole } from '../../src/render/engines/oxfmt.js';
import { formatFile } from '../../src/render/format.js';
import { modulePieces } from '../../src/render/split-module.js';

const declarations = (number: number): string =>
  `const value${number} = { text:  "}", list: [${number}] };


/**
 * What is exported.
 */
export function call${number}(): void {

if (value${number}.text) {
call${number}();

/** Not at the top. */
const inner = 1;
}
}`;

const long = `import { a } from './a.js';\n\n${Array.from({ length: 3000 }, (_, at) => declarations(at)).join('\n\n')}\n`;

describe('modulePieces', () => {
  it('leaves a short module in one', () => {
    expect(modulePieces(declarations(1))).toEqual([declarations(1)]);
  });

  it('cuts a long one before exported declarations and their comments', () => {
    const [first = '', ...others] = modulePieces(long);
    expect(first).toMatch(/^import[^]*;$/u);
    expect(others.length).toBeGreaterThan(2);
    for (const piece of others) expect(piece).toMatch(/^\/\*\*\n \* What is exported\.\n \*\/\nexport /u);
  });

  it('does not cut between a comment and what it is about', () => {
    const ignored = `${long.trimEnd()}\n\n// prettier-ignore\n\nexport const  last = 1;\n`;
    expect(modulePieces(ignored).at(-1)).toMatch(/\n\n\/\/ prettier-ignore\n\nexport const {2}last = 1;\n$/u);
  });
});

describe('a module in pieces', () => {
  it('is formatted as the whole is', async () => {
    expect(await formatFile('a.ts', long)).toBe(await formatWhole(long));
  });

  it('is formatted as a whole where a piece does not parse', async () => {
    const literal = `const text = \`;${'\n\nexport const  a = 1;'.repeat(10_000)}\n\`;\n`;
    expect(modulePieces(literal).length).toBeGreaterThan(1);
    expect(await formatFile('a.ts', literal)).toBe(literal);
  });

  it('is at fault as a whole', async () => {
    await expect(formatFile('a.ts', `${long}const  a = ;`)).rejects.toThrow(SyntaxError);
  });
});
