import { describe, expect, it } from 'vitest';
import { link, page, show } from '../dialects/read.js';

const operation = (name: string, shown: string, member: string, type: string): string => `# ${name}

## Request Syntax

\`\`\`
{
   ${shown}
}
\`\`\`

## Request Parameters

**[${member}](#x)**

Type: ${type}
`;

const seed = '"Kinds": { "string" : { "Packed": blob, "Weight": number } }';
const sow = operation('Sow', seed, 'Kinds', 'String to [Seed](API_Seed.md) object map');
const sowAll = operation('SowAll', `"Rows": [ { ${seed} } ]`, 'Rows', 'Array of [Row](API_Row.md) objects');

const kindsOfRow = (...pages: string[]): string => {
  const { service } = link(pages.map((text, index) => page(text, `p/${index}.md`)));
  const row = service.shapes.find(({ name }) => name === 'Row');
  return show(row?.members[0]?.type ?? { kind: 'document', constraints: [], source, known: 'syntax' });
};

const source = { file: 'p/0.md', line: 1, column: 1, endLine: 1, endColumn: 1 };

describe('a structure within a shape that only syntax blocks show', () => {
  it('is what another member of its name is stated to hold, where the blocks show the same of both', () => {
    expect(kindsOfRow(sow, sowAll)).toBe('map<string,Seed>');
  });

  it('is a document where the other one has other members', () => {
    expect(kindsOfRow(sow.replace('"Weight"', '"Length"'), sowAll)).toBe('map<string,document>');
  });

  it('is a document where no other member has its name', () => {
    expect(kindsOfRow(sowAll)).toBe('map<string,document>');
  });

  it('is a document where the others hold different shapes', () => {
    const mow = sow.replace('# Sow', '# Mow').replaceAll('Seed', 'Herb');
    expect(kindsOfRow(sow, mow, sowAll)).toBe('map<string,document>');
  });
});
