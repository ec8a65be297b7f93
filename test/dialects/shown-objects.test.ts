import { describe, expect, it } from 'vitest';
import { link, page, showMember } from './read.js';

const answering = (json: string): string => `# Teas

## List stocks

\`GET /stocks\`

### Response

\`\`\`json
{ "stocks": ${json} }
\`\`\`
`;

const stocksOf = (json: string): string => {
  const [operation] = link([page(answering(json), 'teas.md')]).service.operations;
  return operation?.responses[0]?.members.map(showMember).join() ?? '';
};

describe('objects that only an example shows', () => {
  it.each([
    ['numbers', '7', '12'],
    ['UUIDs', '0e8f5a52-4b4e-4f5e-9d0c-1b6f0a9f6a11', '1f8f5a52-4b4e-4f5e-9d0c-1b6f0a9f6a11'],
    ['bytes', '0a:1b:2c:3d:4e', '0a:1b:2c:3d:4f'],
    ['digests', 'a94a8fe5ccb19ba61c4c', 'b94a8fe5ccb19ba61c4c'],
    ['addresses of the network', '10.0.0.1', '10.0.0.2:8080'],
    ['mail addresses', 'ann@teas.example', 'bob@teas.example'],
    ['URLs', 'https://teas.example/1', 'https://teas.example/2'],
  ])('are maps where their keys are %s', (_, one, other) => {
    expect(stocksOf(`{ "${one}": 3, "${other}": 4 }`)).toBe('stocks: map<string,integer>');
  });

  it.each([
    ['feedface', 'deadbeef'],
    ['green', '7'],
  ])('are structures where a key may be a name: %s, %s', (one, other) => {
    expect(stocksOf(`{ "${one}": 3, "${other}": 4 }`)).toBe('stocks: ListStocksResponseStocks');
  });

  it.each([
    [
      'shows a list of the page',
      '### Leaf structure\n\n| Field | Type |\n| - | - |\n| age | string |\n\n',
      'age: string',
    ],
    ['is all there is', '', 'age: integer'],
  ])('are called examples of one that %s', (_, list, members) => {
    const example = '### Example leaf object\n\n```json\n{ "age": 7 }\n```\n';
    const { service } = link([
      page(`# Teas\n\n## Drink\n\n\`GET /teas\`\n\n## Leaf\n\n${list}${example}`, 'teas.md'),
    ]);
    expect(service.shapes.map(({ name, members }) => [name, ...members.map(showMember)])).toEqual([
      ['Leaf', members],
    ]);
  });

  it('come back where they stand directly below a call that sends what was shown before', () => {
    const call = '```sh\ncurl -X POST --data @leaf.json https://teas.example/leaves\n```';
    const text = `# Teas\n\n## Add\n\n\`POST /leaves\`\n\n### Sample payload\n\n\`\`\`json\n{ "age": 7 }\n\`\`\`\n\n### Sample request\n\n${call}\n\n\`\`\`json\n{ "id": "a" }\n\`\`\`\n`;
    const [operation] = link([page(text, 'teas.md')]).service.operations;
    expect(operation?.input.map(showMember)).toEqual(['age: integer']);
    expect(operation?.responses[0]?.members.map(showMember)).toEqual(['id: string']);
  });

  it('leave their name to what a list of another page describes', () => {
    const shown = '# Cups\n\n## Example leaf object\n\n```json\n{ "age": 7 }\n```\n';
    const listed =
      '# Teas\n\n`GET /teas`\n\n## Leaf object\n\n| Field | Type |\n| - | - |\n| age | string |\n';
    const { service } = link([page(shown, 'cups.md'), page(listed, 'teas.md')]);
    expect(service.shapes.map(({ name, members }) => [name, ...members.map(showMember)])).toEqual([
      ['CupsLeaf', 'age: integer'],
      ['Leaf', 'age: string'],
    ]);
  });

  it('may be all that a page has', () => {
    const user =
      '# Teas\n\n## Show\n\n`GET /teas/{id}`\n\n### Response\n\n| Field | Type |\n| - | - |\n| leaf | [leaf](leaf.md) |\n';
    const leaf = '# Leaf\n\nA leaf.\n\n## JSON representation\n\n```json\n{ "age": 7 }\n```\n';
    const { service, diagnostics } = link([page(user, 'teas.md'), page(leaf, 'leaf.md')]);
    expect(service.shapes.map(({ name, members }) => [name, ...members.map(showMember)])).toEqual([
      ['Leaf', 'age: integer'],
    ]);
    expect(diagnostics.map(({ code }) => code)).not.toContain('page-not-recognised');
  });
});
