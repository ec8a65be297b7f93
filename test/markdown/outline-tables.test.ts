import { describe, expect, it } from 'vitest';
import type { TableBlock } from '../../src/markdown/blocks.js';
import { outlineBlocks } from '../../src/markdown/outline.js';
import { slice, sourceText } from '../../src/markdown/source.js';
import { tell, tellSpans } from './tell.js';

function tableOf(text: string): TableBlock {
  const blocks = outlineBlocks(sourceText('page.md', text));
  const all = blocks.flatMap((block) =>
    block.kind === 'list' ? block.items.flatMap((item) => item.blocks) : [block],
  );
  const table = all.find((block) => block.kind === 'table');
  if (!table) throw new Error('expected a table');
  return table;
}

describe('tables of pipes', () => {
  it.each([
    [
      'with pipes around',
      ['| Name | Type |', '| --- | :-: |', '| tag | string |'],
      ['table Name | Type', '  tag | string'],
    ],
    ['without', ['Name | Type', '---|---', '`tag` | string'], ['table Name | Type', '  tag | string']],
    ['of one column', ['| Name |', '|---|', '| tag |'], ['table Name', '  tag']],
    [
      'below a line of text',
      ['All fields:', '| a | b |', '|-|-|', '| 1 | 2 |'],
      ['p All fields:', 'table a | b', '  1 | 2'],
    ],
    [
      'with ragged rows',
      ['a | b', '-|-', '1', '1|2|3', '|||'],
      ['table a | b', '  1', '  1 | 2 | 3', '   | '],
    ],
    [
      'whose delimiter row is too short',
      ['| a | b | c |', '|--|--|', '| 1 | 2 | 3 |'],
      ['table a | b | c', '  1 | 2 | 3'],
    ],
    ['that a heading ends', ['a | b', '-|-', '1 | 2', '# End'], ['table a | b', '  1 | 2', 'h1 End #end']],
    [
      'that a component ends',
      ['a | b', '-|-', '1 | 2', '<Tip/>'],
      ['table a | b', '  1 | 2', 'element Tip /'],
    ],
    ['with a row that begins like a list item', ['a | b', '-|-', '- | none'], ['table a | b', '  - | none']],
    [
      'in a quotation',
      ['> a | b', '> -|-', '> 1 | 2', '', 'end'],
      ['quote', '  table a | b', '    1 | 2', 'p end'],
    ],
    [
      'with a code span that holds a pipe',
      ['| a | b |', '|--|--|', '| `x|y` | z |'],
      ['table a | b', '  x|y | z'],
    ],
    [
      'with escaped pipes',
      ['| a | b |', '|--|--|', '| `x\\|y` | p \\| q |'],
      ['table a | b', '  x|y | p | q'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(tell(...lines)).toEqual(expected);
  });

  it('belong to the list item that they are indented to', () => {
    expect(tell('- `sort`', '', '  | a | b |', '  |---|---|', '  | 1 | 2 |', '- `page`')).toEqual([
      '-',
      '  p sort',
      '  table a | b',
      '    1 | 2',
      '-',
      '  p page',
    ]);
    expect(tell('- | a | b |', '  |---|---|', '  | 1 | 2 |')).toEqual(['-', '  table a | b', '    1 | 2']);
  });

  it.each([
    ['a line of hyphens is no delimiter row', ['a | b', '---'], ['h2 a | b #a--b']],
    ['code is no table', ['    a | b', '    -|-'], ['code @1 a | b\n-|-']],
    ['a comment is no table', ['<!--', 'a | b', '-|-', '-->'], ['comment a | b\n-|-']],
  ])('%s', (_, lines, expected) => {
    expect(tell(...lines)).toEqual(expected);
  });

  it('keep what stands in a cell', () => {
    const { rows } = tableOf(
      'a | b\n-|-\n`x`\\* <br> [y](#y-object) | # no *heading* <Icon name="ok" />\n- [x] | 1. {{< mark >}}',
    );
    expect(rows.map(({ cells }) => cells.map(({ inline }) => tellSpans(inline)))).toEqual([
      [
        ['code "x"', 'text "* "', 'break "\\n"', 'text " "', 'link "y" -> #y-object [text "y"]'],
        ['text "# no "', 'emphasis "heading" [text "heading"]', 'text " "', 'component Icon ""'],
      ],
      [['text "- [x]"'], ['text "1. "', 'shortcode mark ""']],
    ]);
    expect(rows[0]?.cells[0]?.inline.text).toBe('x*\ny');
  });

  it('know where each cell stands', () => {
    const text = [
      '- item',
      '',
      '  | name  | 😀 type |',
      '  |---|---|',
      '  |  `a\\|b`|é *x*  |',
      '  | | end',
    ].join('\n');
    const { header, rows, source } = tableOf(text);
    const page = sourceText('page.md', text);
    expect(source).toMatchObject({ line: 3, column: 3, endLine: 6, endColumn: 10 });
    expect(
      [header, ...rows.map(({ cells }) => cells)].map((cells) =>
        cells.map((cell) => slice(page, cell.source)),
      ),
    ).toEqual([
      ['name', '😀 type'],
      ['`a\\|b`', 'é *x*'],
      ['', 'end'],
    ]);
    expect(rows[0]?.cells[0]?.source).toEqual({
      file: 'page.md',
      line: 5,
      column: 6,
      endLine: 5,
      endColumn: 12,
    });
    expect(rows[0]?.cells[1]?.inline.spans.map((span) => slice(page, span.source))).toEqual(['é ', '*x*']);
    expect(rows[0]?.cells.map(({ inline }) => inline.raw)).toEqual(['`a\\|b`', 'é *x*']);
  });
});

describe('tables of HTML', () => {
  it('are read wherever their tags stand', () => {
    expect(
      tell(
        '<table>',
        '<thead><tr><th>Name</th><th>Rule</th></tr></thead>',
        '<tbody>',
        '  <tr>',
        '    <td rowspan="2">a_b</td>',
        '    <td>',
        '        At most <code>20</code><br/>',
        '        signs',
        '    </td>',
        '  </tr>',
        '  <tr><td>* none</td></tr>',
        '</tbody>',
        '</table>',
      ),
    ).toEqual(['table Name | Rule', '  a_b | At most 20\nsigns', '  * none']);
  });

  it('may be components by that name', () => {
    expect(
      tell('<Table align={["left"]}>', '  <tr>', '    <th>', '      A', '    </th>', '  </tr>', '</Table>'),
    ).toEqual(['table A']);
    expect(tell('<Table name="x">', 'a', '</Table>')).toEqual(['element Table name=x', '  p a']);
  });

  it('may leave out end tags, and header rows', () => {
    expect(tell('<table>', '<tr><td>a<td>b', '<tr><td>c<td>d', '</table>', 'after')).toEqual([
      'table ',
      '  a | b',
      '  c | d',
      'p after',
    ]);
  });

  it('know places and spans of cells, and the blocks within', () => {
    const text =
      '<table>\n<tr><th colspan="2">H</th></tr>\n<tr><td>one</td><td>two<ul><li>x</li><li>y</li></ul></td></tr>\n</table>';
    const table = tableOf(text);
    const [one, two] = table.rows[0]?.cells ?? [];
    expect(table.header[0]?.colSpan).toBe(2);
    expect(one?.source).toEqual({ file: 'page.md', line: 3, column: 9, endLine: 3, endColumn: 12 });
    expect(two?.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'list']);
    expect(slice(sourceText('page.md', text), table.source)).toBe(text);
  });
});
