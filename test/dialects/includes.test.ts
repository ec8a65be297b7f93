import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../src/ecosystems/coverage.js';
import type { Page } from '../../src/ecosystems/dialect.js';
import { link, page, read } from './read.js';

const lamp = (include: string, path = 'docs/lamps.md'): Page =>
  page(
    `# Lamps

## Set a lamp

\`PUT /lamps/:lamp\`

### Parameters

- \`lamp\` \`(string: <required>)\` - Which one.

${include}
`,
    path,
  );

const shared = (path: string, more = ''): Page =>
  page(`- \`glow\` \`(int: 40)\` - How bright.\n- \`hue\` \`(string: "")\` - Which colour.\n${more}`, path);

const inputsOf = (...pages: Page[]): readonly string[] =>
  link(pages).service.operations.flatMap(({ input }) => input.map(({ name }) => name));

const codesOf = (...pages: Page[]): readonly string[] => read(...pages).diagnostics.map(({ code }) => code);

describe('a file that a page includes', () => {
  it.each([
    ["@include 'light.mdx'", 'docs/partials/light.mdx'],
    ["@include 'common/light.mdx'", 'partials/common/light.mdx'],
    ['{% include light.md %}', '_includes/light.md'],
    ['<!--@include: ./parts/light.md-->', 'docs/parts/light.md'],
    ['!!!include(../light.md)!!!', 'light.md'],
    ['{{< include "light.md" >}}', 'layouts/light.md'],
    ["import Light from '@site/docs/_light.mdx'\n\n<Light />", 'docs/_light.mdx'],
  ])('is read in its place: %s', (include, path) => {
    const { service, codes } = link([lamp(include), shared(path)]);
    const [operation] = service.operations;
    expect(operation?.input.map(({ name }) => name)).toEqual(['lamp', 'glow', 'hue']);
    const glow = operation?.input.find(({ name }) => name === 'glow');
    expect(glow?.default?.value).toBe(40);
    expect(glow?.source).toMatchObject({ file: path, line: 1 });
    expect(codes).toEqual(['server-unknown', 'auth-unknown']);
  });

  it('may include others', () => {
    const pages = [
      lamp("@include 'light.mdx'"),
      shared('parts/light.mdx', "\n@include 'more.mdx'\n"),
      page('- `fade` `(bool: false)` - Whether slowly.\n', 'parts/more.mdx'),
    ];
    expect(inputsOf(...pages)).toEqual(['lamp', 'glow', 'hue', 'fade']);
  });

  it('is taken from the folder that is nearest', () => {
    const far = page('- `far` `(string: "")` - From elsewhere.\n', 'aaa/light.mdx');
    expect(inputsOf(far, lamp("@include 'light.mdx'"), shared('docs/parts/light.mdx'))).toEqual([
      'lamp',
      'glow',
      'hue',
    ]);
  });

  it('gives a part of it where the page asks for that', () => {
    const parts = page(
      '- `one` `(string: "")` - First.\n\n<!-- #region two -->\n\n- `two` `(string: "")` - Second.\n\n<!-- #endregion two -->\n\n- `three` `(string: "")` - Third.\n',
      'docs/parts.md',
    );
    expect(inputsOf(lamp('<!--@include: ./parts.md#two-->'), parts)).toEqual(['lamp', 'two']);
    expect(inputsOf(lamp('<!--@include: ./parts.md{8,}-->'), parts)).toEqual(['lamp', 'three']);
  });

  it('is read once, with its lines counted as its own', () => {
    const part = page(
      '## Drop a lamp\n\n`DELETE /lamps/:lamp`\n\n- `lamp` `(string: <required>)` - Which one.\n',
      'parts/drop.mdx',
    );
    const { fragments, diagnostics } = read(lamp("@include 'drop.mdx'"), part);
    const operations = fragments.filter(({ kind }) => kind === 'operation');
    expect(operations.map((one) => [one.page, one.source.file])).toEqual([
      ['docs/lamps.md', 'docs/lamps.md'],
      ['docs/lamps.md', 'parts/drop.mdx'],
    ]);
    expect(coverageOf(fragments, diagnostics).map((one) => [one.page, one.understood, one.lines])).toEqual([
      ['docs/lamps.md', 1, 1],
      ['parts/drop.mdx', 1, 1],
    ]);
  });
});

describe('a file that cannot be included', () => {
  it('is named where the page asks for it', () => {
    const { diagnostics } = read(lamp("@include 'gone.mdx'"));
    expect(diagnostics).toMatchObject([
      { code: 'include-missing', source: { file: 'docs/lamps.md', line: 11 } },
    ]);
    expect(diagnostics[0]?.message).toContain('"gone.mdx"');
  });

  it('is named where the front matter lists it', () => {
    const { text } = lamp('');
    expect(codesOf(page(`---\nincludes:\n  - errors\n---\n${text}`, 'index.md'))).toEqual([
      'include-missing',
    ]);
    expect(
      codesOf(
        page(`---\nincludes:\n  - errors\n---\n${text}`, 'index.md'),
        page('# Errors\n\nNothing goes wrong with the API.\n', 'includes/_errors.md'),
      ),
    ).not.toContain('include-missing');
  });

  it('is no component', () => {
    expect(codesOf(lamp("import Card from './card.jsx'\n\n<Card />"))).toEqual([]);
  });

  it('is one that includes itself, however far around', () => {
    const one = shared('parts/one.mdx', "\n@include 'two.mdx'\n");
    const two = page('- `more` `(string: "")` - More.\n\n@include \'one.mdx\'\n', 'parts/two.mdx');
    const { service, codes } = link([lamp("@include 'one.mdx'"), one, two]);
    expect(service.operations[0]?.input.map(({ name }) => name)).toEqual(['lamp', 'glow', 'hue', 'more']);
    expect(codes).toContain('include-endless');
    expect(codesOf(page("# A\n\n`GET /a`\n\n@include 'a.md'\n", 'a.md'))).toEqual(['include-endless']);
  });

  it('is one of very many', () => {
    const many = Array.from({ length: 12 }, () => "@include 'next.mdx'\n").join('\n');
    const chain = Array.from({ length: 7 }, (_, at) =>
      page(many.replaceAll('next', `n${String(at + 1)}`), `parts/n${String(at)}.mdx`),
    );
    const { codes } = link([lamp("@include 'n0.mdx'"), ...chain, shared('parts/n7.mdx')]);
    expect(codes).toContain('include-endless');
  });
});
