import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import Ajv from 'ajv-draft-04';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { github } from '../../src/diagnostics/format/github.js';
import { json } from '../../src/diagnostics/format/json.js';
import { sarif } from '../../src/diagnostics/format/sarif.js';
import { error, options, related, warning } from './sample.js';

const diagnostics = [warning, error, related];

describe('json', () => {
  it('keeps to the published schema and loses nothing', () => {
    const files = [{ path: 'out/a.ts', action: 'update', diff: ['-a', '+b'] }] as const;
    const document: unknown = JSON.parse(json.format({ diagnostics, files }, options));
    const schema: object = JSON.parse(readFileSync('schemas/diagnostics.schema.json', 'utf8'));
    const validate = new Ajv2020().compile(schema);
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
    expect(document).toEqual({
      version: '1.0',
      counts: { error: 1, warning: 2, note: 0 },
      diagnostics,
      files,
    });
  });

  it('leaves nothing out when asked to be quiet', () => {
    expect(json.format({ diagnostics }, { ...options, quiet: true })).toBe(
      json.format({ diagnostics }, options),
    );
  });
});

describe('github', () => {
  it('prints a workflow command for each finding, escaped as the runner wants it', () => {
    expect(github.format({ diagnostics }, options).split('\n')).toEqual([
      '::warning file=docs/a.md,line=1,col=3,endLine=1,endColumn=8,title=page-not-recognised::' +
        'No dialect knows this page; it begins with "# Title".',
      '::error title=input-missing::Found no file or folder "100%25,%0Aof: "it"".',
      '::warning file=docs/b c#.md,line=1,col=1,endLine=1,endColumn=1,title=page-empty::' +
        'The page is empty; expected a title and sections.%0Aas this says (docs/a.md:4)',
      '',
    ]);
  });

  it('escapes what would end a property', () => {
    const source = { file: 'a:b,c%.md', line: 1, column: 1, endLine: 1, endColumn: 1 };
    expect(github.format({ diagnostics: [{ ...warning, source }] }, options)).toContain(
      'file=a%3Ab%2Cc%25.md,line=1',
    );
  });
});

describe('sarif', () => {
  const log: unknown = JSON.parse(sarif.format({ diagnostics }, options));

  it('keeps to the schema of SARIF 2.1.0', () => {
    const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif');
    const schema: object = JSON.parse(
      readFileSync(join(dirname(path), 'schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
    );
    const validate = new Ajv.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
      schema,
    );
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...Object(log), version: '2.0.0' })).toBe(false);
  });

  it('names the tool, its version and the rules that were broken', () => {
    expect(log).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'docwright',
              version: '1.2.3',
              rules: [{ id: 'input-missing' }, { id: 'page-empty' }, { id: 'page-not-recognised' }],
            },
          },
          columnKind: 'utf16CodeUnits',
        },
      ],
    });
  });

  it('gives each finding with its rule, level and places', () => {
    expect(log).toMatchObject({
      runs: [
        {
          results: [
            {
              ruleId: 'page-not-recognised',
              ruleIndex: 2,
              level: 'warning',
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'docs/a.md' },
                    region: { startLine: 1, startColumn: 3, endLine: 1, endColumn: 8 },
                  },
                },
              ],
            },
            { ruleId: 'input-missing', ruleIndex: 0, level: 'error' },
            {
              ruleId: 'page-empty',
              locations: [{ physicalLocation: { artifactLocation: { uri: 'docs/b%20c%23.md' } } }],
              relatedLocations: [{ message: { text: 'as this says' } }],
            },
          ],
        },
      ],
    });
  });
});
