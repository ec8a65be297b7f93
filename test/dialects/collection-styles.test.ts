import { describe, expect, it } from 'vitest';
import { link, page } from './read.js';

const guide = (rows: readonly string[], request = ''): string => `# Teas

## List teas

\`GET /teas\`

### Query parameters

| Name | Type | Description |
| ---- | ---- | ----------- |
${rows.map((row) => `| ${row} |`).join('\n')}

${request}
`;

/** Names, styles, and whether the style was stated or shown. */
const stylesOf = (rows: readonly string[], request?: string) =>
  link([page(guide(rows, request), 'teas.md')]).service.operations.flatMap(({ input }) =>
    input.map(({ wireName, type, style }) => [wireName, type.kind, style?.value, style?.known]),
  );

describe('how lists travel in queries', () => {
  it('is part of a name with brackets', () => {
    expect(stylesOf(['`ids[]` | string | Which teas.'])).toEqual([['ids', 'list', 'brackets', 'stated']]);
  });

  it.each([
    ['comma-separated list of strings', 'Which teas.', 'comma'],
    ['space-delimited set of integers', 'Which teas.', 'space'],
    ['array of strings', 'Which teas, separated by pipes.', 'pipe'],
    ['array of strings', 'Which teas, comma-separated; may be sent multiple times instead.', undefined],
    ['array of strings', 'Which teas.', undefined],
  ])('is said in words: %s, %s', (type, words, style) => {
    expect(stylesOf([`\`ids\` | ${type} | ${words}`])).toEqual([['ids', 'list', style, style && 'stated']]);
  });

  it.each([
    ['ids=a,b', 'comma'],
    ['ids[]=a', 'brackets'],
    ['ids=a&ids=b', 'repeat'],
    ['ids=%5B%22a%22,%22b%22%5D', 'json'],
    ['ids=a', undefined],
  ])('is shown by a request: %s', (query, style) => {
    const call = `\`\`\`sh\ncurl 'https://api.teas.example/teas?${query}'\n\`\`\``;
    expect(stylesOf(['`ids` | array of strings | Which teas.'], call)).toEqual([
      ['ids', 'list', style, style && 'example'],
    ]);
  });

  it('is shown by the request line itself, whose optional parts stand in brackets too', () => {
    const { service } = link([page('# Teas\n\n`GET /teas[?ids[]=7&sort=name]`\n', 'teas.md')]);
    expect(
      service.operations[0]?.input.map(({ wireName, type, style }) => [wireName, type.kind, style?.value]),
    ).toEqual([
      ['ids', 'list', 'brackets'],
      ['sort', 'string', undefined],
    ]);
  });

  it('is no matter of a text', () => {
    expect(stylesOf(['`ids` | string | Teas, comma-separated.'])).toEqual([
      ['ids', 'string', undefined, undefined],
    ]);
  });
});
