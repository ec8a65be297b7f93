import { describe, expect, it } from 'vitest';
import { link, page } from '../dialects/read.js';

const seeAlso = (id: string) =>
  `## See Also\n\n+  [SDK](https://docs.aws.amazon.com/goto/SdkForJavaV2/${id}/X)\n`;

const operation = (name: string, members: readonly string[], id?: string) =>
  `# ${name}\n\n## Request Syntax\n\n\`\`\`\n{\n${members.map((member) => `   "${member}": "string"`).join(',\n')}\n}\n\`\`\`\n\n## Request Parameters\n\n${members
    .map((member) => `**[${member}](#x)**\n\nA ${member}.\n\nType: String\n`)
    .join('\n')}\n${id === undefined ? '' : seeAlso(id)}`;

const shape = (name: string, lines: string, id?: string) =>
  `# ${name}\n\n## Contents\n\n**${name.toLowerCase()}Member**\n\n${lines}\n\n${id === undefined ? '' : seeAlso(id)}`;

describe('services', () => {
  it('are told apart by the ids that pages link to; the one with more pages comes first', () => {
    const { services } = link([
      page(operation('Sow', ['Bed'], 'garden-2020-01-01'), 'p/sow.md'),
      page(operation('Ship', ['Box'], 'market-2021-01-01'), 'p/ship.md'),
      page(operation('Sell', ['Box'], 'market-2021-01-01'), 'p/sell.md'),
    ]);
    expect(services.map(({ id, operations }) => [id, operations.map(({ name }) => name)])).toEqual([
      ['market', ['Sell', 'Ship']],
      ['garden', ['Sow']],
    ]);
  });

  it('take in pages without links from their folder', () => {
    const { services } = link([
      page(operation('Sow', ['Bed'], 'garden-2020-01-01'), 'garden/sow.md'),
      page(operation('Ship', ['Box'], 'market-2021-01-01'), 'market/ship.md'),
      page(operation('Sell', ['Box']), 'market/sell.md'),
    ]);
    expect(services.find(({ id }) => id === 'market')?.operations.map(({ name }) => name)).toEqual([
      'Sell',
      'Ship',
    ]);
  });

  it('are named by the configuration where it names them', () => {
    const { service } = link([page(operation('Sow', ['Bed'], 'garden-2020-01-01'))], { id: 'my-garden' });
    expect(service.id).toBe('my-garden');
  });

  it('are looked up in the catalogue, whatever the case of the link', () => {
    const { service } = link([page(operation('ListUsers', ['OrganizationId'], 'WORKMAIL-2017-10-01'))]);
    expect(service).toMatchObject({
      id: 'workmail',
      protocol: { value: 'awsJson1_1', known: 'catalogue' },
      apiVersion: { value: '2017-10-01' },
      traits: {
        aws: {
          targetPrefix: { value: 'WorkMailService' },
          signingName: { value: 'workmail' },
          catalogueId: { value: 'workmail-2017-10-01', source: { line: 21 } },
        },
      },
    });
  });
});

describe('types', () => {
  it('without a page become structures without members, and that is said', () => {
    const { service, diagnostics } = link([page(shape('Bed', 'Type: [Soil](API_Soil.md) object'))]);
    expect(service.shapes.map(({ name, members, known }) => [name, members.length, known])).toEqual([
      ['Bed', 1, 'stated'],
      ['Soil', 0, 'inferred'],
    ]);
    expect(diagnostics.map(({ code }) => code)).toContain('reference-unresolved');
  });

  it('that say so are unions', () => {
    const { service } = link([
      page(
        '# Soil\n\n## Contents\n\n###### Important\n\nThis data type is a UNION, so only one of the following members can be specified when used or returned.\n\n**clay**\n\nType: String\n\n**sand**\n\nType: String\n',
      ),
    ]);
    expect(service.shapes[0]).toMatchObject({ kind: 'union', members: [{ name: 'clay' }, { name: 'sand' }] });
  });

  it('described twice are taken from the first page', () => {
    const { service, diagnostics } = link([
      page(shape('Bed', 'Type: String'), 'p/a.md'),
      page(shape('Bed', 'Type: Integer'), 'p/b.md'),
    ]);
    expect(service.shapes[0]?.members[0]?.type.kind).toBe('string');
    const [repeated] = diagnostics.filter(({ code }) => code === 'shape-repeated');
    expect([repeated?.source?.file, repeated?.related?.[0]?.source.file]).toEqual(['p/b.md', 'p/a.md']);
  });
});

describe('syntax block and description', () => {
  it('are held against each other', () => {
    const { diagnostics, service } = link([
      page(operation('Sow', ['Bed', 'Row']).replace('"Row": "string"', '"Line": number')),
      page(operation('Water', ['Litres']).replace('Type: String', 'Type: Integer'), 'pages/API_Water.md'),
    ]);
    expect(
      diagnostics.map(({ code, source }) => `${code} ${source?.file ?? ''}:${source?.line ?? ''}`),
    ).toEqual(
      expect.arrayContaining([
        'member-not-in-syntax pages/API_Page.md:20',
        'member-not-described pages/API_Page.md:8',
        'type-disagrees pages/API_Water.md:17',
      ]),
    );
    expect(service.operations[0]?.input.map(({ name, known }) => [name, known])).toEqual([
      ['Bed', 'stated'],
      ['Row', 'stated'],
      ['Line', 'syntax'],
    ]);
  });
});

describe('types that no page names', () => {
  const get = (lines: string) =>
    page(
      `# GetBed\n\n## Request Syntax\n\n\`\`\`\nGET /beds/Number?since=Since HTTP/1.1\n\`\`\`\n\n## URI Request Parameters\n\n**[Number](#x)**\n\nThe number.\n\n${lines}\n\n**[Since](#x)**\n\nSince when.\n`,
      'pages/API_GetBed.md',
    );
  const types = (...pages: ReturnType<typeof page>[]) =>
    link(pages).service.operations.flatMap(({ input }) =>
      input.map(({ name, type }) => `${name} ${type.kind} ${type.known}`),
    );
  const bed = (number: string, since: string, path = 'pages/API_Bed.md') =>
    page(
      `# ${path.slice(10, -3)}\n\n## Contents\n\n**Number**\n\nType: ${number}\n\n**Since**\n\nType: ${since}\n`,
      path,
    );

  it('are those of the members of the same name, where all of them agree', () => {
    expect(types(get('Valid Range: Minimum value of 1.'), bed('Long', 'Timestamp'))).toEqual([
      'Number long inferred',
      'Since timestamp inferred',
    ]);
    expect(
      types(
        get('Valid Range: Minimum value of 1.'),
        bed('Long', 'Timestamp'),
        bed('Integer', 'String', 'pages/API_Row.md'),
      ),
    ).toEqual(['Number integer inferred', 'Since string inferred']);
  });

  it('never contradict the constraint lines', () => {
    expect(types(get('Pattern: `[0-9]+`'), bed('Long', 'String'))).toEqual([
      'Number string inferred',
      'Since string inferred',
    ]);
  });
});

describe('pages of results', () => {
  it('are known by the names of their members', () => {
    const list = `# ListBeds\n\n## Request Syntax\n\n\`\`\`\nGET /beds?maxResults=maxResults&nextToken=nextToken HTTP/1.1\n\`\`\`\n\n## URI Request Parameters\n\n**[maxResults](#x)**\n\nHow many.\n\nValid Range: Minimum value of 1.\n\n**[nextToken](#x)**\n\nWhere to go on.\n\n## Response Syntax\n\n\`\`\`\nHTTP/1.1 200\n\n{\n   "beds": [ "string" ],\n   "nextToken": "string"\n}\n\`\`\`\n\n## Response Elements\n\n**[beds](#x)**\n\nThe beds.\n\nType: Array of strings\n\n**[nextToken](#x)**\n\nWhere to go on.\n\nType: String\n`;
    expect(link([page(list)]).service.operations[0]?.pagination).toMatchObject({
      inputToken: 'nextToken',
      outputToken: 'nextToken',
      pageSize: 'maxResults',
      items: 'beds',
      known: 'inferred',
    });
  });
});

it('keeps what several pages say where the first of them says it', () => {
  const about = (path: string, ...lines: readonly string[]) =>
    page(`# About ${path}\n\n${lines.join('\n\n')}\n\n## GET /${path}\n`, `p/${path}.md`);
  const usual = 'Base URL: `https://api.example.com`';
  const { service } = link([
    about('beds', usual, 'Sandbox base URL: `https://sandbox.example.com`'),
    about('seeds', usual),
  ]);
  expect(service.servers.map(({ url }) => url)).toEqual([
    'https://api.example.com',
    'https://sandbox.example.com',
  ]);
});
