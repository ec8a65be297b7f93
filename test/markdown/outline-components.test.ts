import { describe, expect, it } from 'vitest';
import type { Block, ComponentBlock } from '../../src/markdown/blocks.js';
import { outlineBlocks } from '../../src/markdown/outline.js';
import { slice, sourceText } from '../../src/markdown/source.js';
import { tell } from './tell.js';

describe('components', () => {
  it('nest by their tags, however they are indented', () => {
    expect(
      tell(
        '<Field name="tags"',
        '  type="string[]" required default={["a"]}>',
        '  Labels of the parcel.',
        '',
        '  <More title="parts">',
        '      <Field name="first">',
        '        The *first*.',
        '',
        '        ```json',
        '        { "a": 1 }',
        '        ```',
        '      </Field>',
        '  </More>',
        '</Field>',
        'after',
      ),
    ).toEqual([
      'element Field name=tags type=string[] required default={["a"]}',
      '  p Labels of the parcel.',
      '  element More title=parts',
      '    element Field name=first',
      '      p The first.',
      '      code json@10 { "a": 1 }',
      'p after',
    ]);
  });

  it.each([
    [
      'on one line',
      ['<Route method="GET">/a/[\\{id\\}](/b)</Route>'],
      ['element Route method=GET', '  p /a/{id}'],
    ],
    ['without content', ['<Anchor id="x" />', '## Title'], ['element Anchor id=x /', 'h2 Title #title #x']],
    ['beside text of the tag', ['<Info>Mind', 'this.</Info>'], ['element Info', '  p Mind this.']],
    [
      'in a list item',
      ['- a', '  <Note>', '  b', '  </Note>', '- c'],
      ['-', '  p a', '  element Note', '    p b', '-', '  p c'],
    ],
    ['that a list item begins with', ['- <Note>', '  b', '  </Note>'], ['-', '  element Note', '    p b']],
    ['in a quotation', ['> <Note>', '> b', '> </Note>'], ['quote', '  element Note', '    p b']],
    [
      'that interrupt a list',
      ['- a', '<Note>', 'b', '</Note>', '- c'],
      ['-', '  p a', 'element Note', '  p b', '-', '  p c'],
    ],
    [
      'around headings',
      ['<Tabs>', '<Tab label="x">', '## H', '</Tab>', '</Tabs>'],
      ['element Tabs', '  element Tab label=x', '    h2 H #h'],
    ],
    [
      'with names of several words',
      ['<code-group>', '', '    a', '</code-group>'],
      ['element code-group', '  code @3 a'],
    ],
    ['of HTML', ['<aside class="notice">', 'a', '</aside>'], ['html aside class=notice', '  p a']],
    ['and headings of HTML', ['<h3 id="x">A <code>b</code></h3>'], ['h3 A b #a-b #x']],
    [
      'and details',
      ['<details><summary>More</summary>', '', 'a', '</details>'],
      ['html details', '  html summary', '    p More', '  p a'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(tell(...lines)).toEqual(expected);
  });

  it.each([
    ['in code spans', ['Use `<Note>` or `</Note>`.'], ['p Use <Note> or </Note>.']],
    ['in fences', ['```', '<Note>', '```', '</Note>'], ['code @2 <Note>']],
    ['in indented code', ['    <Note>', '    </Note>'], ['code @1 <Note>\n</Note>']],
    [
      'that nothing ends',
      ['<TOKEN> is secret', 'list<Tag> and <id>'],
      ['p <TOKEN> is secret list<Tag> and <id>'],
    ],
    ['within a line', ['A <Tip text="x">b</Tip> c'], ['p A b c']],
    ['with an attribute that does not end', ['<Note a="b', '', 'c'], ['p <Note a="b', 'p c']],
  ])('are no blocks %s', (_, lines, expected) => {
    expect(tell(...lines)).toEqual(expected);
  });

  it('know where they and their attributes stand', () => {
    const text = 'x\n\n<Field\n  name="a &amp; b" flag>\n  c\n</Field>';
    const page = sourceText('page.md', text);
    const block = outlineBlocks(page).find((one): one is ComponentBlock => one.kind === 'component');
    expect(slice(page, block!.source)).toBe('<Field\n  name="a &amp; b" flag>\n  c\n</Field>');
    expect(block!.attributes['name']).toMatchObject({
      value: 'a & b',
      source: { line: 4, column: 3, endColumn: 19 },
    });
    expect(slice(page, block!.attributes['flag']!.source)).toBe('flag');
    expect(block!.blocks[0]!.source).toEqual({
      file: 'page.md',
      line: 5,
      column: 3,
      endLine: 5,
      endColumn: 4,
    });
  });
});

describe('directives', () => {
  it.each([
    ['between colons', [':::warning Mind this', 'a', ':::'], ['directive warning Mind this', '  p a']],
    [
      'with a space, nested by more colons',
      [':::: group', '::: tip', 'a', ':::', '::::'],
      ['directive group', '  directive tip', '    p a'],
    ],
    [
      'with attributes',
      ['::: note {#x .y level="2"}', 'a', ':::'],
      ['directive note #x .y level=2 {#x .y level="2"}', '  p a'],
    ],
    [
      'by indentation',
      ['!!! note "Title"', '    a', '', '    - b', 'c'],
      ['directive note Title', '  p a', '  -', '    p b', 'p c'],
    ],
    [
      'as tabs',
      ['=== "curl"', '', '    ```', '    a', '    ```', '=== "js"', '', '    b'],
      ['directive tab curl', '  code @4 a', 'directive tab js', '  p b'],
    ],
    ['that nothing ends', ['::: note', 'a'], ['p ::: note a']],
  ])('%s', (_, lines, expected) => {
    expect(tell(...lines)).toEqual(expected);
  });
});

describe('shortcodes', () => {
  it.each([
    ['alone on a line', ['{{< card url="/a" >}}'], ['shortcode card url=/a url="/a" /']],
    ['in a row', ['{{< a >}}', '{{< b 1 >}}'], ['shortcode a /', 'shortcode b 0=1 1 /']],
    [
      'around blocks',
      ['{{< hint style="x" >}}', 'a', '{{< /hint >}}'],
      ['shortcode hint style=x style="x"', '  p a'],
    ],
    [
      'as template tags',
      ['{% tab title="x" %}', 'a', '{% endtab %}'],
      ['shortcode tab title=x title="x"', '  p a'],
    ],
    ['as sections', ['{{#tip}}', '', '  a', '{{/tip}}'], ['shortcode tip', '  p a']],
    ['as embedded code', ['# A', '<%= json :user %>', 'b'], ['h1 A #a', 'shortcode json :user /', 'p b']],
    ['as variables', ['the {{ site.name }} page', '{{ x }}'], ['p the {{ site.name }} page {{ x }}']],
    ['within a line', [': {{<required>}} A *name*.'], ['p : A name.']],
    ['in the target of a link', ['[a]({{< ref "b" >}})'], ['p a']],
    ['as block attributes', ['# A', '{: .wide}'], ['h1 A #a', 'directive : .wide /']],
  ])('%s', (_, lines, expected) => {
    expect(tell(...lines)).toEqual(expected);
  });
});

describe('imports and includes', () => {
  it.each([
    ["import Card, { Tab as T } from './card.mdx';", 'import Card T ./card.mdx'],
    ["import './style.css'", 'import ./style.css'],
    ['@include "fields.mdx"', 'import fields.mdx'],
    ['{% include fields.md %}', 'import fields.md'],
    ['--8<-- "fields.md"', 'import fields.md'],
    ['<<< ./code.ts', 'import ./code.ts'],
    ['[!INCLUDE [fields](fields.md)]', 'import fields.md'],
    ['<!-- @include: ./fields.md -->', 'import ./fields.md'],
    ['<!--@include: ./fields.md{3,9}-->', 'import ./fields.md{3,9}'],
    ['@include(fields.md)', 'import fields.md'],
    ['!!!include(fields.md)!!!', 'import fields.md'],
    ['!include fields.md', 'import fields.md'],
    ['{!fields.md!}', 'import fields.md'],
    ['::include{file=fields.md}', 'import fields.md'],
    [':[Fields](fields.md)', 'import fields.md'],
    ["[fields](fields.md ':include')", 'import fields.md'],
    ['{{#include fields.md}}', 'import fields.md'],
    ['{% include_relative fields.md %}', 'import fields.md'],
    ['{%- include "fields.html" name="a" -%}', 'import fields.html'],
    ['{{< include "fields.md" >}}', 'import fields.md'],
    ['{{% readfile file="fields.md" %}}', 'import fields.md'],
    ['{{< docs/shared source="a" lookup="fields.md" >}}', 'import fields.md'],
    ['<Snippet file="fields.mdx" />', 'import fields.mdx'],
  ])('%s', (line, expected) => {
    expect(tell(line, '', 'a')).toEqual([expected, 'p a']);
  });

  it.each([
    ['!!! note', 'directive note'],
    ['{{< ref "fields.md" >}}', 'shortcode ref'],
    ['<Snippet name="a" />', 'element Snippet'],
    ['[fields](fields.md)', 'p fields'],
  ])('but not %s', (line, expected) => {
    expect(tell(line, '', 'a')[0]).toContain(expected);
  });

  it('on several lines, as exports may be', () => {
    expect(tell('import {', '  A,', '  B', "} from 'x'", 'export const a = {', '', '}', '# T')).toEqual([
      'import A B x',
      'html export const a = {\n\n}',
      'h1 T #t',
    ]);
  });
});

describe('what is no part of the page', () => {
  it.each([
    ['a comment', ['<!-- GET /a', '', '# B', '-->', 'c'], ['comment GET /a\n\n# B', 'p c']],
    ['a comment in a line', ['a <!-- b --> c'], ['p a c']],
    ['a comment of JSX', ['{/* GET /a', '', 'x */}', 'b {/* c */} d'], ['comment GET /a\n\nx', 'p b d']],
    ['a comment that nothing ends', ['a', '<!-- b', '', '# c'], ['p a', 'comment b\n\n# c']],
    ['styles and scripts', ['<style>', 'p {', '', '}', '</style>', 'a'], ['html \np {\n\n}\n', 'p a']],
  ])('%s', (_, lines, expected) => {
    expect(tell(...lines)).toEqual(expected);
  });
});

it('takes a page of many kinds in its order', () => {
  const kinds = (blocks: readonly Block[]): string[] => blocks.map(({ kind }) => kind);
  const text =
    '---\ntitle: x\n---\nimport A from "a"\n\n# T\n\np\n\n- i\n\n> q\n\n---\n\n```\nc\n```\n\na | b\n-|-\n\nt\n: d\n\n<Aa/>\n\n<!-- c -->\n\n<a name="x"></a>';
  expect(kinds(outlineBlocks(sourceText('page.md', text)))).toEqual(
    'front-matter import heading paragraph list quote rule code table definitions component comment html'.split(
      ' ',
    ),
  );
});
