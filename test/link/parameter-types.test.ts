import { describe, expect, it } from 'vitest';
import { link, page, show } from '../dialects/read.js';

const request = (parameters: readonly (readonly [name: string, text: string])[]): string => `# Prune

Prunes.

## Request Syntax

\`\`\`
DELETE /beds/VersionNumber?plantNames=plantNames&soils=soils&status=status HTTP/1.1
\`\`\`

## URI Request Parameters

${parameters.map(([name, text]) => `**[${name}](#x)**\n\n${text}\n`).join('\n')}
`;

describe('parameters whose pages name no type', () => {
  const { service } = link([
    page(
      request([
        ['VersionNumber', 'Which bed.'],
        ['plantNames', 'A list of names of plants.'],
        ['soils', 'A list of soils.\n\nLength Constraints: Maximum length of 30.'],
        ['status', 'The list of what there is.'],
      ]),
    ),
  ]);
  const types = Object.fromEntries(
    (service.operations[0]?.input ?? []).map(({ name, type }) => [name, show(type)]),
  );

  it('are lists where a plural in the query is described as one, unless constraint lines say otherwise', () => {
    expect(types).toMatchObject({
      plantNames: 'list<string>',
      soils: 'stringl{..30}',
      status: 'string',
    });
  });

  it('are numbers where they are the number of a version', () => {
    expect(types['VersionNumber']).toBe('long');
  });
});

describe('tokens of the client', () => {
  const body = (text: string): string => `# Prune

## Request Syntax

\`\`\`
{
   "ClientRequestToken": "string"
}
\`\`\`

## Request Parameters

**[ClientRequestToken](#x)**

${text}

Type: String
`;
  it.each([
    ['Makes the request idempotent.', true],
    ["A unique identifier. If you don't set the token, the garden generates one.", true],
    ['A unique ID. If not specified, the tools add a unique value to the call.', true],
    ['A unique identifier. If you do not set it, nothing is pruned. The garden generates fruit.', undefined],
    ['The identifier of the request.', undefined],
  ])('are known by what is said of them: %s', (text, token) => {
    const { service } = link([page(body(text))]);
    expect(service.operations[0]?.input[0]?.idempotencyToken?.value).toBe(token);
  });
});
