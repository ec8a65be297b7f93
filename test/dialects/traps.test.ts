import { outputOf } from '../../src/model/walk.js';
import { describe, expect, it } from 'vitest';
import { link, page, show, showMember } from './read.js';

/** An operation page in the form that is served today, about a service of our own. */
const operation = (
  body: string,
  request = '{\n   "Bed": "string",\n   "Rows": [ "string" ]\n}',
) => `# PlantBed
<a name="API_PlantBed"></a>

Plants a bed.

## Request Syntax
<a name="API_PlantBed_RequestSyntax"></a>

\`\`\`
${request}
\`\`\`

## Request Parameters
<a name="API_PlantBed_RequestParameters"></a>

The request accepts the following data in JSON format.

${body}

## See Also
<a name="API_PlantBed_SeeAlso"></a>

+  [AWS SDK for Java V2](https://docs.aws.amazon.com/goto/SdkForJavaV2/garden-2020-01-01/PlantBed)
`;

const head = (name: string) =>
  ` ** [${name}](#API_PlantBed_RequestSyntax) **   <a name="garden-PlantBed-request-${name}"></a>`;

const members = (body: string, request?: string) => {
  const { service, diagnostics } = link([page(operation(body, request))]);
  return { lines: service.operations[0]?.input.map(showMember) ?? [], diagnostics, service };
};

describe('items of members', () => {
  it('state a default in one word, above or below the type, and explain it in more', () => {
    const { service, diagnostics } = members(
      [
        head('Bed'),
        'The bed.  ',
        'Default: True  ',
        'Type: Boolean  ',
        'Required: No',
        '',
        head('Rows'),
        'The rows.  ',
        'Default value: Depends\\. For a small bed, the default is 2\\.  ',
        'Type: Integer  ',
        'Default value: `3`  ',
        'Required: No',
      ].join('\n'),
      '{\n   "Bed": boolean,\n   "Rows": number\n}',
    );
    expect(
      diagnostics.filter(({ code }) => code !== 'service-unknown' && code !== 'protocol-inferred'),
    ).toEqual([]);
    expect(service.operations[0]?.input).toMatchObject([
      { default: { value: true, known: 'stated' }, description: 'The bed.' },
      { default: { value: 3 }, description: expect.stringContaining('Default value: Depends') },
    ]);
  });

  it('keep their facts when a list in the description swallows the lines below it', () => {
    const { lines, diagnostics } = members(
      [
        head('Bed'),
        'The bed. One of these:  ',
        '+  \`north\` - Type: a shady one.',
        '+ \`south\` - Required: by nobody.',
        'Type: String  ',
        'Length Constraints: Minimum length of 1. Maximum length of 1,024.  ',
        'Required: Yes',
        '',
        head('Rows'),
        'The rows.  ',
        'Type: Array of strings  ',
        'Array Members: Fixed number of 2 items.  ',
        'Length Constraints: Fixed length of 4.  ',
        'Required: No',
      ].join('\n'),
    );
    expect(lines).toEqual(['Bed!: stringl{1..1024}', 'Rows: list<stringl{4..4}>c{2..2}']);
    expect(
      diagnostics.filter(({ code }) => code !== 'service-unknown' && code !== 'protocol-inferred'),
    ).toEqual([]);
  });

  it('keep their facts when a quotation swallows the lines below it', () => {
    const { lines } = members(
      [head('Bed'), '> Mind the frost.  ', 'Type: String', '', head('Rows'), 'Type: Array of strings'].join(
        '\n',
      ),
    );
    expect(lines).toEqual(['Bed: string', 'Rows: list<string>']);
  });

  it('may hold notes, bold words, tables of values and code', () => {
    const { lines } = members(
      [
        head('Bed'),
        'The bed.  ',
        '',
        '**Note**  ',
        'Beds are wide.  ',
        '',
        '** Sunny **  ',
        '+  a place in the sun',
        '',
        '\`\`\`',
        'Type: Integer',
        '\`\`\`',
        '',
        'Type: String  ',
        'Required: Yes',
        '',
        head('Rows'),
        'Type: Array of strings',
      ].join('\n'),
    );
    expect(lines).toEqual(['Bed!: string', 'Rows: list<string>']);
  });

  it('take a pattern with a tick in it as the file holds it', () => {
    const { service } = members([head('Bed'), 'Type: String  ', 'Pattern: \`^[^\`<>|*]+$\`   '].join('\n'));
    expect(service.operations[0]?.input[0] && show(service.operations[0].input[0].type)).toBe(
      'string/^[^\`<>|*]+$/',
    );
  });

  it('take facts from the type on, and nothing that prose states before it', () => {
    const { lines } = members(
      [
        head('Bed'),
        'Valid Values: \`A | B\`  ',
        'Length Constraints: Maximum length of 5.  ',
        'Type: String  ',
        'Required: No',
      ].join('\n'),
    );
    expect(lines[0]).toBe('Bed: string');
  });

  it('put constraints on keys, values and elements', () => {
    const request = '{\n   "Labels": { \n      "string" : [ "string" ]\n   }\n}';
    const { lines } = members(
      [
        head('Labels'),
        'Type: String to array of strings map  ',
        'Map Entries: Maximum number of 2 items.  ',
        'Key Length Constraints: Maximum length of 9.  ',
        'Key Pattern: \`k.*\`  ',
        'Array Members: Minimum number of 1 item.  ',
        'Length Constraints: Minimum length of 3.  ',
      ].join('\n'),
      request,
    );
    expect(lines).toEqual(['Labels: map<stringl{..9}/k.*/,list<stringl{3..}>c{1..}>c{..2}']);
  });

  it('put the second set of key lines on the inner map', () => {
    const { lines } = members(
      [
        head('Labels'),
        'Type: String to string to string map map  ',
        'Map Entries: Maximum number of 50 items.  ',
        'Key Length Constraints: Maximum length of 9.  ',
        'Map Entries: Maximum number of 6 items.  ',
        'Valid Keys: \`a | b\`  ',
        'Value Pattern: \`v+\`  ',
      ].join('\n'),
      '{\n   "Labels": { \n      "string" : { \n         "string" : "string" \n      }\n   }\n}',
    );
    expect(lines).toEqual(['Labels: map<stringl{..9},map<string(a|b),string/v+/>c{..6}>c{..50}']);
  });

  it('get a name back whose underscore was lost', () => {
    const { lines } = members(
      [' ** [Bed\\$1Name](#API_PlantBed_RequestSyntax) **   <a name="x"></a>', 'Type: String'].join('\n'),
      '{\n   "Bed_Name": "string"\n}',
    );
    expect(lines).toEqual(['Bed_Name: string']);
  });

  it('say what they could not understand', () => {
    const { diagnostics } = members(
      [
        head('Bed'),
        'Type: Strong  ',
        'Lenght Constraints: Maximum length of 5.  ',
        'Required: Maybe  ',
        '',
        head('Rows'),
        'Type: Array of strings  ',
        'Array Members: A few.  ',
        'Key Pattern: \`x\`  ',
      ].join('\n'),
    );
    expect(diagnostics.map(({ code, source }) => [code, source?.line])).toEqual(
      expect.arrayContaining([
        ['type-unknown', 22],
        ['label-unknown', 23],
        ['required-unknown', 24],
        ['constraint-unknown', 28],
        ['constraint-misplaced', 29],
      ]),
    );
  });

  it('say when a head is broken, so that two items run together', () => {
    const { diagnostics, lines } = members(
      [
        head('Bed'),
        'Type: String  ',
        'Required: Yes',
        '',
        '* [Rows *',
        'Type: Array of strings  ',
        'Required: No',
      ].join('\n'),
    );
    expect(lines).toEqual(['Bed!: string', 'Rows: list<string>']);
    expect(diagnostics.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['line-repeated', 'member-not-described']),
    );
  });
});

describe('forms of heads', () => {
  const body = (first: string, second: string) =>
    `${first}\n\nThe bed.\n\nType: String\n\nRequired: Yes\n\n${second}\n\nThe rows.\n\nType: Array of strings\n`;
  const twice = ['Bed!: string', 'Rows: list<string>'];

  it.each([
    ['bold and linked', '**[Bed](#API_PlantBed_RequestSyntax)**', '**[Rows](#API_PlantBed_RequestSyntax)**'],
    ['bold', '**Bed**', '**Rows**'],
    ['bold, indented, with spaces behind', ' **Bed**   ', ' **Rows**   '],
    ['padded', '** Bed **', '** Rows **'],
  ])('%s', (_form, first, second) => {
    expect(members(body(first, second)).lines).toEqual(twice);
  });

  it('a member called Topics is no remark', () => {
    const { lines } = members(`${head('Topics')}\nType: String`, '{\n   "Topics": "string"\n}');
    expect(lines).toEqual(['Topics: string']);
  });
});

describe('errors', () => {
  const errors = (text: string) =>
    link([
      page(operation(`${head('Bed')}\nType: String\n\n## Errors\n\n${text}`, '{\n   "Bed": "string"\n}')),
    ]);

  it('may list the members of an error before its status', () => {
    const { service, diagnostics } = errors(
      [
        ' ** FrostException **   ',
        'Too cold.  ',
        '',
        ' ** Degrees **   ',
        'How cold.',
        '',
        ' ** reason **   ',
        'Why.  ',
        'HTTP Status Code: 409',
        '',
        ' ** DroughtException **   ',
        'Too dry.  ',
        'HTTP Status Code: 400',
      ].join('\n'),
    );
    expect(
      service.errors.map(({ name, status, members: list }) => [
        name,
        status?.value,
        list.map((member) => member.name),
      ]),
    ).toEqual([
      ['DroughtException', 400, []],
      ['FrostException', 409, ['Degrees', 'reason']],
    ]);
    expect(diagnostics.map(({ code }) => code)).not.toContain('error-without-status');
  });

  it('without a status are reported, and do not swallow the next one', () => {
    const { service, diagnostics } = errors(
      ' ** FrostException **   \nToo cold.\n\n ** DroughtException **   \nToo dry.  \nHTTP Status Code: 400',
    );
    expect(service.errors.map(({ name, status }) => [name, status?.value])).toEqual([
      ['DroughtException', 400],
      ['FrostException', undefined],
    ]);
    expect(diagnostics.find(({ code }) => code === 'error-without-status')?.source?.line).toBe(25);
  });
});

describe('places', () => {
  const rest = `# GetBed

Gets a bed.

## Request Syntax

\`\`\`
GET /gardens/GardenId/beds/bed-BedNumber?fields=Fields&kind=raw&maxResults=MaxResults HTTP/1.1
X-Garden-Season: Season
\`\`\`

## URI Request Parameters

The request uses the following URI parameters.

**[BedNumber](#API_GetBed_RequestSyntax)**

The number.

Valid Range: Minimum value of 1.

Required: Yes

**[Fields](#API_GetBed_RequestSyntax)**

Which fields.

Array Members: Maximum number of 5 items.

**[GardenId](#API_GetBed_RequestSyntax)**

The garden.

Required: Yes

**[MaxResults](#API_GetBed_RequestSyntax)**

How many.

Valid Range: Minimum value of 1. Maximum value of 50.

**[Season](#API_GetBed_RequestSyntax)**

The season.

Valid Values: \`spring | autumn\`

## Request Body

The request does not have a request body.

## Response Syntax

\`\`\`
HTTP/1.1 Status
X-Garden-Depth: Depth
Content-type: application/json

{
   "plantedAt": "string",
   "wateredAt": number
}
\`\`\`

## Response Elements

If the action is successful, the service sends back the following HTTP response.

**[Status](#API_GetBed_ResponseSyntax)**

The status.

The response returns the following HTTP headers.

**[Depth](#API_GetBed_ResponseSyntax)**

The depth.

Valid Range: Maximum value of 9.

The following data is returned in JSON format by the service.

**[plantedAt](#API_GetBed_ResponseSyntax)**

When it was planted.

Type: Timestamp

**[wateredAt](#API_GetBed_ResponseSyntax)**

When it was watered.

Type: Timestamp
`;

  it('come from the syntax block: label, query, header, status, body', () => {
    const { service, codes } = link([page(rest)]);
    const [get] = service.operations;
    expect(get?.http?.uri.value).toBe('/gardens/{GardenId}/beds/bed-{BedNumber}?kind=raw');
    expect(get?.input.map(showMember)).toEqual([
      'BedNumber! label: integerr{1..}',
      'Fields query as fields: list<string>c{..5}',
      'GardenId! label: string',
      'MaxResults query as maxResults: integerr{1..50}',
      'Season header as X-Garden-Season: string(spring|autumn)',
    ]);
    expect(outputOf(get!).map(showMember)).toEqual([
      'Status status: integer',
      'Depth header as X-Garden-Depth: integerr{..9}',
      'plantedAt: timestamp',
      'wateredAt: timestamp',
    ]);
    expect(codes).toEqual(['service-unknown', 'protocol-inferred']);
  });

  it('report a label that the path does not have', () => {
    const { diagnostics } = link([page(rest.replaceAll('GardenId/', 'gardenNumber/'))]);
    expect(diagnostics.find(({ code }) => code === 'label-not-in-path')?.source?.line).toBe(8);
  });

  it('report an item in the section of other places', () => {
    const { diagnostics } = link([
      page(
        rest
          .replace('?fields=Fields&', '?')
          .replace('X-Garden-Season: Season', 'X-Garden-Season: Season\n\n{\n   "Fields": [ "string" ]\n}'),
      ),
    ]);
    const found = diagnostics.find(({ code }) => code === 'place-disagrees');
    expect(found?.message).toContain('"Fields"');
    expect(found?.related?.[0]?.source.line).toBe(12);
  });

  it('payloads that are binary', () => {
    const { service } = link([
      page(
        '# PutSeed\n\n## Request Syntax\n\n```\nPUT /seeds HTTP/1.1\n\nPicture\n```\n\n## Request Body\n\nThe request accepts the following binary data.\n\n**[Picture](#API_PutSeed_RequestSyntax)**\n\nA picture.\n\nRequired: Yes\n',
      ),
    ]);
    expect(service.operations[0]?.input.map(showMember)).toEqual(['Picture! payload: blob']);
  });
});
