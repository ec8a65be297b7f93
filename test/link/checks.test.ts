import { describe, expect, it } from 'vitest';
import { collector } from '../../src/diagnostics/report.js';
import { checkService } from '../../src/link/checks/index.js';
import { link, page } from '../dialects/read.js';

const shape = (name: string, ...items: string[]) =>
  page(`# ${name}\n\n## Contents\n\n${items.join('\n\n')}\n`, `pages/API_${name}.md`);
const item = (name: string, ...lines: string[]) => [`**${name}**`, ...lines].join('\n\n');

async function findings(...pages: ReturnType<typeof page>[]): Promise<string[]> {
  const { service } = link(pages);
  const { report, diagnostics } = collector();
  await checkService(service, report);
  return diagnostics.map(({ code, source, related }) =>
    [
      code,
      `${source?.file ?? ''}:${source?.line ?? ''}`,
      ...(related ?? []).map((other) => `${other.source.file}:${other.source.line}`),
    ].join(' '),
  );
}

describe('checks of the finished model', () => {
  it('find a minimum above its maximum', async () => {
    const bed = shape(
      'Bed',
      item('depth', 'Type: Integer', 'Valid Range: Minimum value of 9. Maximum value of 3.'),
    );
    expect(await findings(bed)).toEqual(['bounds-reversed pages/API_Bed.md:9']);
  });

  it('find a default outside its own constraint', async () => {
    const bed = shape(
      'Bed',
      item('depth', 'Type: Integer', 'Valid Range: Maximum value of 3.', 'Default: 4'),
      item('soil', 'Type: String', 'Valid Values: `clay | sand`', 'Default: `loam`'),
      item('width', 'Type: Integer', 'Valid Range: Maximum value of 3.', 'Default: 3'),
    );
    expect(await findings(bed)).toEqual([
      'default-outside pages/API_Bed.md:11 pages/API_Bed.md:5',
      'default-outside pages/API_Bed.md:19 pages/API_Bed.md:13',
    ]);
  });

  it('find names that differ by case and stand out among their neighbours', async () => {
    const one = shape(
      'Bed',
      item('depth', 'Type: Integer'),
      item('Width', 'Type: Integer'),
      item('soil', 'Type: String'),
    );
    const two = shape('Plot', item('width', 'Type: Integer'));
    expect(await findings(one, two)).toEqual(['name-case-differs pages/API_Bed.md:9 pages/API_Plot.md:5']);
  });

  it('find one type among many members of a name, and sets of values that overlap', async () => {
    const many = ['A', 'B', 'C'].map((name) =>
      shape(
        name,
        item('size', 'Type: Integer'),
        item('soil', 'Type: String', 'Valid Values: `clay | sand | loam`'),
      ),
    );
    const odd = shape(
      'D',
      item('size', 'Type: String'),
      item('soil', 'Type: String', 'Valid Values: `clay | sand | peat`'),
    );
    expect(await findings(...many, odd)).toEqual([
      'type-differs-elsewhere pages/API_D.md:7 pages/API_A.md:7',
      'values-differ-elsewhere pages/API_D.md:13 pages/API_A.md:13',
    ]);
  });

  it('find a limit in a description that the constraint contradicts, but not a special case', async () => {
    const bed = shape(
      'Bed',
      item(
        'name',
        'A name of up to 1,000 characters.',
        'Type: String',
        'Length Constraints: Maximum length of 100.',
      ),
      item(
        'code',
        'If it is short, it is limited to 5 characters.',
        'Type: String',
        'Length Constraints: Maximum length of 100.',
      ),
      item(
        'tags',
        'No more than 5 items.',
        'Type: Array of strings',
        'Array Members: Maximum number of 5 items.',
      ),
    );
    expect(await findings(bed)).toEqual(['prose-limit-differs pages/API_Bed.md:5 pages/API_Bed.md:11']);
  });

  it('find values in examples that break the constraints of their members', async () => {
    const operation = page(
      `# Sow\n\n## Request Syntax\n\n\`\`\`\n{\n   "bed": "string"\n}\n\`\`\`\n\n## Request Parameters\n\n**[bed](#x)**\n\nType: String\n\nPattern: \`^[a-z]+$\`\n\n## Examples\n\nSample request\n\n\`\`\`\nPOST / HTTP/1.1\n\n{ "bed": "North 1" }\n\`\`\`\n`,
    );
    expect(await findings(operation)).toEqual(['example-outside pages/API_Page.md:26']);
  });
});
