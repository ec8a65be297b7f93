import { describe, expect, it } from 'vitest';
import { collector } from '../../src/diagnostics/report.js';
import { parseSyntax } from '../../src/ecosystems/aws/dialects/reference/syntax.js';
import type { SyntaxValue } from '../../src/model/fragments.js';

const nowhere = { file: 'page.md', line: 10, column: 1, endLine: 10, endColumn: 1 };

function parse(text: string) {
  const { report, diagnostics } = collector();
  const syntax = parseSyntax({ kind: 'code', text, file: 'page.md', line: 11, column: 1 }, nowhere, report);
  return { syntax, diagnostics };
}

function show(value: SyntaxValue | undefined): unknown {
  switch (value?.kind) {
    case 'structure':
      return Object.fromEntries(value.members.map((member) => [member.name, show(member.value)]));
    case 'map':
      return { '*': show(value.value) };
    case 'list':
      return [show(value.element)];
    case 'scalar':
      return value.word;
    default:
      return value?.kind;
  }
}

describe('a request syntax block', () => {
  const block = [
    'PUT /plots/plotId/beds?dryRun=DryRun HTTP/1.1',
    'X-Garden-Season: Season',
    'Content-type: application/json',
    '',
    '{',
    '   "depth": number,',
    '   "labels": { ',
    '      "string" : "string" ',
    '   },',
    '   "rows": [ ',
    '      { ',
    '         "seed": blob,',
    '         "tags": [ "string" ]',
    '      }',
    '   ],',
    '   "shade": { ... },',
    '   "watered": boolean',
    '}',
  ].join('\n');

  it('gives method, URI, headers and body', () => {
    const { syntax, diagnostics } = parse(block);
    expect(syntax.method?.value).toBe('PUT');
    expect(syntax.uri).toMatchObject({
      value: '/plots/plotId/beds?dryRun=DryRun',
      source: { line: 11, column: 5 },
    });
    expect(syntax.headers.map(({ name, value }) => [name, value])).toEqual([
      ['X-Garden-Season', 'Season'],
      ['Content-type', 'application/json'],
    ]);
    expect(show(syntax.body)).toEqual({
      depth: 'number',
      labels: { '*': 'string' },
      rows: [{ seed: 'blob', tags: ['string'] }],
      shade: 'elided',
      watered: 'boolean',
    });
    expect(diagnostics).toEqual([]);
  });

  it('means the same on one line and with marked placeholders', () => {
    const marked = block
      .replaceAll('"string"', '"{{string}}"')
      .replaceAll(/: (number|boolean|blob)/g, ': {{$1}}')
      .replace('Season: Season', 'Season: {{Season}}');
    const one = parse(block.replaceAll(/\s+/g, ' ')).syntax;
    expect(show(one.body)).toEqual(show(parse(block).syntax.body));
    expect(show(parse(marked).syntax.body)).toEqual(show(one.body));
    expect(parse(marked).syntax.headers[0]?.value).toBe('Season');
  });

  it('knows where each member stands', () => {
    const body = parse(block).syntax.body;
    const depth = body?.kind === 'structure' ? body.members[0] : undefined;
    expect(depth?.source).toEqual({ file: 'page.md', line: 16, column: 4, endLine: 16, endColumn: 11 });
  });

  it('reads a structure with a member called string as a structure', () => {
    expect(show(parse('{ "string": number }').syntax.body)).toEqual({ string: 'number' });
  });

  it('takes a bare word for a payload', () => {
    const { syntax } = parse('POST /seeds/SeedId HTTP/1.1\nX-Kind: Kind\n\nPicture');
    expect(syntax.payload).toMatchObject({ value: 'Picture', source: { line: 14 } });
    expect(syntax.body).toBeUndefined();
  });

  it('reports what it cannot read', () => {
    const { diagnostics } = parse('GET /seeds HTTP/1.1\n\n{ "a": number } and more');
    expect(diagnostics.map(({ code, source }) => [code, source?.line])).toEqual([
      ['syntax-not-understood', 13],
    ]);
  });
});

describe('a response syntax block', () => {
  it('gives the status, or the member that holds it', () => {
    expect(parse('HTTP/1.1 202').syntax.status?.value).toBe(202);
    expect(parse('HTTP/1.1 statusCode').syntax.status?.value).toBe('statusCode');
    expect(parse('HTTP/1.1 {{statusCode}}').syntax.status?.value).toBe('statusCode');
  });
});
