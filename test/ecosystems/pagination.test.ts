import { expect, it } from 'vitest';
import type { Pagination } from '../../src/model/model.js';
import { link, page } from '../dialects/read.js';

type Row = readonly [name: string, type: string, description: string];

const table = (rows: readonly Row[]): string =>
  `| Name | Type | Description |\n|---|---|---|\n${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`;

/** The pagination of a list of pots, in one line. */
function found(query: readonly Row[], answer: object, lead = 'The pots of a shed.'): string | undefined {
  const text = `# List pots\n\n${lead}\n\n\`GET /pots\`\n\n## Query parameters\n\n${table(query)}\n## Response\n\n\`\`\`json\n${JSON.stringify(answer, null, 2)}\n\`\`\`\n`;
  const [operation] = link([page(text, 'guide/pots.md')]).service.operations;
  return shown(operation?.pagination);
}

function shown(pagination: Pagination | undefined): string | undefined {
  if (!pagination) return undefined;
  const { style = 'token', inputToken, outputToken, pageSize = '', items = '', known } = pagination;
  return [style, `${inputToken}>${outputToken}`, pageSize, items, known].join(' ').replace(/ +/g, ' ');
}

const pots = [{ id: 'p1', size: 4 }];
const limit: Row = ['limit', 'integer', 'How many pots'];

it.each([
  [
    'a token',
    [['cursor', 'string', 'Where to go on'], limit],
    { pots, next_cursor: 'c' },
    'token cursor>next_cursor limit pots',
  ],
  [
    'a token within',
    [['pageToken', 'string', 'Where']],
    { pots, meta: { nextPageToken: 'c' } },
    'token pageToken>meta.nextPageToken pots',
  ],
  ['a page', [['page', 'integer', 'Which page'], limit], { pots, total: 5 }, 'page page> limit pots'],
  ['an offset', [['skip', 'integer', 'How many to leave out']], { pots }, 'offset skip> pots'],
  [
    'a link in the body',
    [limit],
    { pots, '@api.nextLink': 'https://a.example/pots?at=2' },
    'link >@api.nextLink limit pots',
  ],
  [
    'the key of an item',
    [['after', 'string', 'The pot id of the last pot'], limit],
    pots,
    'key after>id limit body',
  ],
] as const)('is known by the names of members: %s', (_, query, answer, line) => {
  expect(found(query, answer)).toBe(`${line} inferred`);
});

it('is known by a link in a header that the page tells', () => {
  const lead = 'The pots of a shed. The `Link` header leads to the next page.';
  expect(found([limit], pots, lead)).toMatch(/^link > limit \S+ inferred$/);
});

it.each([
  ['no list', [['page', 'integer', 'Which page']], { id: 'p1', page: 'two' }],
  ['two lists', [['page', 'integer', 'Which page']], { old: pots, young: pots }],
  ['a cursor that nothing gives', [['cursor', 'string', 'Where to go on']], { pots }],
  [
    'keys in both directions',
    [
      ['before', 'string', 'A pot id'],
      ['after', 'string', 'A pot id'],
    ],
    pots,
  ],
] as const)('is not made up for %s', (_, query, answer) => {
  expect(found(query, answer)).toBeUndefined();
});
