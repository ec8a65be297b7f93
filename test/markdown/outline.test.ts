import { describe, expect, it } from 'vitest';
import { outlineBlocks } from '../../src/markdown/outline.js';
import { slice, sourceText } from '../../src/markdown/source.js';
import { inlineOf, tell, tellSpans } from './tell.js';

describe('headings', () => {
  it.each([
    ['## Get a `tag`', 'h2 Get a tag #get-a-tag'],
    ['## Title {#own-id}', 'h2 Title #title #own-id'],
    ['## Title ((#own-id))', 'h2 Title #title #own-id'],
    ['## <a name="own"></a>Title', 'h2 Title #title #own'],
    ['## GET /tags/<id>', 'h2 GET /tags/<id> #get-tagsid'],
    ['## Über_uns & mehr!', 'h2 Über_uns & mehr! #über_uns--mehr'],
    ['## Title {.wide #own-id level=2}', 'h2 Title #title #own-id'],
    ['## Title { .wide }', 'h2 Title #title'],
    ['## {id}', 'h2 {id} #id'],
  ])('%s', (line, expected) => {
    expect(tell(line)).toEqual([expected]);
  });

  it('are known by anchors above them, and numbered where there are two', () => {
    expect(
      tell('<a id="x"></a>', '', '# A', '', '# A', 'text', '<Anchor id="y"/>', '<!-- z -->', '# A'),
    ).toEqual([
      'html <a id="x"></a>',
      'h1 A #a #x',
      'h1 A #a-1',
      'p text',
      'element Anchor id=y /',
      'comment z',
      'h1 A #a-2 #y',
    ]);
  });
});

describe('definition lists', () => {
  it.each([
    [
      'of one line each',
      ['limit', ': Integer.', '', 'page', ': String.'],
      ['term limit', '  p Integer.', 'term page', '  p String.'],
    ],
    [
      'without blank lines',
      ['limit', ': Integer.', 'page', ': String.'],
      ['term limit', '  p Integer.', 'term page', '  p String.'],
    ],
    ['with several terms and details', ['a', 'b', ': one', ': two'], ['term a, b', '  p one', '  p two']],
    [
      'with blocks',
      ['a', ':   one', '', '    two', '', '    - x'],
      ['term a', '  p one', '  p two', '  -', '    p x'],
    ],
    ['with a blank line below the term', ['a', '', ': one'], ['term a', '  p one']],
    ['behind text', ['text', '', 'a', ': one'], ['p text', 'term a', '  p one']],
    [
      'in components',
      ['<Tip>', '  a', '  : one', '', '  b', '  : two', '</Tip>'],
      ['element Tip', '  term a', '    p one', '  term b', '    p two'],
    ],
    [
      'of HTML',
      ['<dl>', '<dt>a</dt>', '<dd>one</dd>', '<dt>b', '<dd>two', '</dl>'],
      ['term a', '  p one', 'term b', '  p two'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(tell(...lines)).toEqual(expected);
  });

  it.each([
    ['a colon below a heading', ['# a', ': one'], ['h1 a #a', 'p : one']],
    ['a colon below a list item', ['- a', ': one'], ['-', '  p a : one']],
    ['a colon without a space', ['a', ':one'], ['p a :one']],
  ])('are not %s', (_, lines, expected) => {
    expect(tell(...lines)).toEqual(expected);
  });
});

describe('lists, code and quotations', () => {
  it.each([
    [
      'lists of HTML',
      ['<ul>', '  <li>a', '    <b>b</b></li>', '  <li><p>c</p></li>', '</ul>'],
      ['-', '  p a b', '-', '  p c'],
    ],
    ['code in fences', ['```json Title', '{}', '```'], ['code json Title@2 {}']],
    ['indented code behind text', ['a', '', '    GET /a', '    b'], ['p a', 'code @3 GET /a\nb']],
    [
      'preformatted text',
      ['<pre><code class="language-http">', 'GET /a?b&amp;c', '</code></pre>'],
      ['code http@2 GET /a?b&c'],
    ],
    ['code in a list item', ['1. a', '', '   ```', '   b', '   ```'], ['1.', '  p a', '  code @4 b']],
    [
      'a fence that its list item ends',
      ['- ```', '  <A>', 'b | c', '-|-'],
      ['-', '  code @2 <A>', 'table b | c'],
    ],
    ['a quotation', ['> a', '> b'], ['quote', '  p a b']],
    ['anchors', ['<a name="x"></a>', '<span></span>'], ['html <a name="x"></a>\n<span></span>']],
  ])('%s', (_, lines, expected) => {
    expect(tell(...lines)).toEqual(expected);
  });
});

it('knows where the lines of code begin', () => {
  const text = '    a\n\n- ```\n\n    b\n  ```\n\n<Tip>\n    ~~~\n  c\n    ~~~\n</Tip>\n\n<pre>\n d\n</pre>';
  const [indented, list, tip, preformatted] = outlineBlocks(sourceText('page.md', text));
  const codes = [
    indented,
    list?.kind === 'list' ? list.items[0]?.blocks[0] : undefined,
    tip?.kind === 'component' ? tip.blocks[0] : undefined,
    preformatted,
  ];
  expect(
    codes.map((block) => (block?.kind === 'code' ? [block.line, block.column, block.text] : block)),
  ).toEqual([
    [1, 5, 'a'],
    [4, 3, '\n  b'],
    [10, 3, 'c'],
    [15, 1, ' d'],
  ]);
});

describe('front matter', () => {
  it('is told by its fields', () => {
    const page = sourceText(
      'page.md',
      '---\ntitle: "A: b"\napi: \'GET /a\'\nmenu:\n  docs: 1\nx-y: 2\n---\n# T',
    );
    const [block] = outlineBlocks(page);
    if (block?.kind !== 'front-matter') throw new Error('expected front matter');
    expect(Object.entries(block.fields).map(([key, { value }]) => [key, value])).toEqual([
      ['title', 'A: b'],
      ['api', 'GET /a'],
      ['menu', ''],
      ['x-y', '2'],
    ]);
    expect(slice(page, block.fields['api']!.source)).toBe("'GET /a'");
    expect(block).toMatchObject({ format: 'yaml', source: { line: 1, endLine: 7 } });
  });

  it.each([
    ['of TOML', ['+++', 'title = "a"', '+++', 'b'], ['front matter title=a', 'p b']],
    [
      'behind a byte order mark',
      ['\uFEFF---', 'title: a', '---', '# b'],
      ['front matter title=a', 'h1 b #b'],
    ],
    ['is none where it does not end', ['---', 'title: a'], ['rule', 'p title: a']],
  ])('%s', (_, lines, expected) => {
    expect(tell(...lines)).toEqual(expected);
  });
});

describe('running text', () => {
  it.each([
    [
      '`a` **b *c*** ~~d~~',
      [
        'code "a"',
        'text " "',
        'strong "b c" [text "b ", emphasis "c" [text "c"]]',
        'text " "',
        'delete "d" [text "d"]',
      ],
    ],
    [
      '<b>a</b> <code>b</code> <a href="/c">d</a>',
      ['strong "a" [text "a"]', 'text " "', 'code "b" [text "b"]', 'text " "', 'link "d" -> /c [text "d"]'],
    ],
    ['[a][b] ![c](d)\n\n[b]: /e', ['link "a" -> /e [text "a"]', 'text " "', 'image "c" -> d']],
    [
      'a <Icon name="x"/> {{ b }} {{< c >}}',
      ['text "a "', 'component Icon ""', 'text " "', 'shortcode b "{{ b }}"', 'text " "', 'shortcode c ""'],
    ],
    [
      'a\\\nb<br>c  \nd\ne',
      [
        'text "a"',
        'break "\\n"',
        'text "b"',
        'break "\\n"',
        'text "c"',
        'break "\\n"',
        'text "d"',
        'break " "',
        'text "e"',
      ],
    ],
    [
      'a <sup>b <i>c</sup> d',
      ['text "a "', 'html sup "b <i>c" [text "b ", text "<i>", text "c"]', 'text " d"'],
    ],
    [
      '`{{ a }}` [x]({{< ref "y z" >}})',
      ['code "{{ a }}"', 'text " "', 'link "x" -> {{< ref "y z" >}} [text "x"]'],
    ],
  ])('%j', (text, expected) => {
    expect(tellSpans(inlineOf(text))).toEqual(expected);
  });

  it('is told decoded, raw and for people', () => {
    const inline = inlineOf(
      'The  \\*`id`\\* of a [tag](./tag.md), see\n  *the* [site](https://a.example) &amp; <b>more</b>',
    );
    expect(inline.text).toBe('The *id* of a tag, see the site & more');
    expect(inline.markdown).toBe('The  *`id`* of a tag, see *the* [site](https://a.example) & **more**');
    expect(inline.raw).toBe(
      'The  \\*`id`\\* of a [tag](./tag.md), see\n  *the* [site](https://a.example) &amp; <b>more</b>',
    );
  });

  it('is told line by line', () => {
    const page = sourceText('page.md', '**Returns:** a\\\n  **Needs:** *b\n  c* `d`\n{{ e }} f');
    const [block] = outlineBlocks(page);
    if (block?.kind !== 'paragraph') throw new Error('expected a paragraph');
    expect(block.lines.map(({ text, source }) => [text, slice(page, source)])).toEqual([
      ['Returns: a', '**Returns:** a'],
      ['Needs: b', '**Needs:** *b'],
      ['c d', 'c* `d`'],
      ['{{ e }} f', '{{ e }} f'],
    ]);
  });

  it('has the places of its spans, also behind shortcodes and over lines', () => {
    const page = sourceText('page.md', '{{< a\n  b >}} c {{< d >}}e **f\n  g** {/* h */}i&amp;j `k`');
    const [block] = outlineBlocks(page);
    if (block?.kind !== 'paragraph') throw new Error('expected a paragraph');
    const spans = block.inline.spans.filter(({ kind }) => kind !== 'break');
    expect(spans.map(({ kind, source }) => [kind, slice(page, source)])).toEqual([
      ['shortcode', '{{< a\n  b >}}'],
      ['text', ' c '],
      ['shortcode', '{{< d >}}'],
      ['text', 'e '],
      ['strong', '**f\n  g**'],
      ['text', ' '],
      ['text', 'i&amp;j '],
      ['code', '`k`'],
    ]);
  });
});
