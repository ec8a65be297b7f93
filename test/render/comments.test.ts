import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { docComment, lineComments } from '../../src/render/comments.js';
import { codeSpan, markdownLine, markdownText, proseLines, proseText } from '../../src/render/prose.js';

/** The comment, the statement and its tags, as TypeScript reads them. */
function read(comment: string): { statements: number; tags: readonly string[] } {
  const file = ts.createSourceFile(
    'it.ts',
    `${comment}\nexport const it = 1;\n`,
    ts.ScriptTarget.Latest,
    true,
  );
  const [statement] = file.statements;
  const tags = statement ? ts.getJSDocTags(statement).map((tag) => tag.tagName.text) : [];
  return { statements: file.statements.length, tags };
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '*/',
        '/*',
        '`',
        '@see',
        '{@link x}',
        '\n',
        ' ',
        '\\',
        '\u2028',
        '@ts-ignore',
        'a',
        '//',
      ),
    )
    .map((parts) => parts.join('')),
);

describe('docComment', () => {
  it('ends where it should and has no tag of the page, whatever the text holds', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(read(docComment([...proseLines(text), '', proseText(text)]))).toEqual({
          statements: 1,
          tags: [],
        });
      }),
      { numRuns: 500 },
    );
  });

  it('is empty where there is nothing to say', () => {
    expect(docComment(['', ' '])).toBe('');
  });

  it('stands in one line where it fits', () => {
    expect(docComment(['Its name.'])).toBe('/** Its name. */');
  });

  it('keeps paragraphs apart', () => {
    expect(docComment(['One.', '', '', 'Two.', ''])).toBe('/**\n * One.\n *\n * Two.\n */');
  });

  it('keeps a pattern readable that would end it', () => {
    expect(docComment([`Pattern ${codeSpan('[a-z]*/')}.`])).toBe('/** Pattern `[a-z]*\\/`. */');
  });
});

describe('lineComments', () => {
  it('comments out every line', () => {
    expect(lineComments(['one\ntwo\u2028three', ''])).toBe('// one\n// two\n// three\n//');
  });
});

describe('proseLines', () => {
  it('wraps at about a hundred, code spans and links whole', () => {
    const code = `\`${'word '.repeat(15).trim()}\``;
    const lines = proseLines(`Some words to begin with so that the line is long, then ${code} and the rest.`);
    expect(lines).toEqual([
      'Some words to begin with so that the line is long, then',
      `${code} and the rest.`,
    ]);
  });

  it('keeps lists, and indents what is wrapped', () => {
    const long = 'word '.repeat(25).trim();
    expect(proseLines(`Either:\n+ ${long}\n+ two`)).toEqual([
      'Either:',
      `+ ${'word '.repeat(19).trim()}`,
      `  ${'word '.repeat(6).trim()}`,
      '+ two',
    ]);
  });

  it('keeps fenced lines as they are', () => {
    expect(proseLines('```\na   b\\.\n```')).toEqual(['```', 'a   b\\.', '```']);
  });

  it('drops anchors, links to other pages and needless escapes', () => {
    expect(
      proseLines(
        'A \\.zip<a name="x"></a> file\\. See [GetUser](API_GetUser.md) and [this](https://x.y/z)\\.',
      ),
    ).toEqual(['A \\.zip file. See GetUser and [this](https://x.y/z).']);
  });

  it('changes nothing inside code spans', () => {
    expect(proseLines('`a\\.b [x](y) \\- `')).toEqual(['`a\\.b [x](y) \\- `']);
  });
});

describe('markdownText', () => {
  it('is text in Markdown', () => {
    expect(markdownText('A <b>*bold*</b>\n# [title](x)')).toBe(
      'A \\<b\\>\\*bold\\*\\</b\\> \\# \\[title\\](x)',
    );
  });
});

describe('markdownLine', () => {
  it('is one line without HTML', () => {
    expect(markdownLine('One\n<script>x</script> `<b>`')).toBe('One &lt;script>x&lt;/script> `<b>`');
  });
});
