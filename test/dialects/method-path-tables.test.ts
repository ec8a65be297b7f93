import { describe, expect, it } from 'vitest';
import type { Operation } from '../../src/model/model.js';
import { link, page, showMember } from './read.js';

/** A section in the form of guides that put method and path into a table, and members into bullets. */
const section = (rows: readonly string[], body = '', title = 'Brew tea'): string => `## ${title}

Makes a pot of tea.

| Method | Path |
| :----- | :--- |
${rows.map((row) => `| ${row} |`).join('\n')}

### Parameters

- \`pot\` \`(string: <required>)\` - Which pot. Part of the URL.
${body}
`;

const operationsOf = (text: string): readonly Operation[] =>
  link([page(`# Tea\n\n${text}`, 'tea.mdx')]).service.operations;

const requestsOf = (text: string): readonly string[] =>
  operationsOf(text)
    .map(({ http }) => `${http?.method.value ?? ''} ${http?.uri.value ?? ''}`)
    .sort();

describe('rows of a method and a path', () => {
  it('may have several methods each', () => {
    expect(requestsOf(section(['`GET` / `POST` | `/pots/:pot/tea`', '`POST`, `PUT` | `/tea/:pot`']))).toEqual(
      ['GET /pots/{pot}/tea', 'POST /pots/{pot}/tea', 'POST /tea/{pot}', 'PUT /tea/{pot}'],
    );
  });

  it('are found below heads with a stray mark', () => {
    const text = section(['`POST` | `/pots/:pot`']).replace('| Path |', '| Path - |');
    expect(requestsOf(text)).toEqual(['POST /pots/{pot}']);
  });

  it('have no member that is a label of another row', () => {
    const text = section(
      ['`POST` | `/pots/:pot/tea`', '`POST` | `/cups/:cup/tea`'],
      '- `cup` `(string: <required>)` - Which cup.\n- `leaf` `(string: "green")` - Which leaves.\n',
    );
    expect(operationsOf(text).map(({ input }) => input.map(showMember))).toEqual([
      ['cup! label: string', 'leaf: string'],
      ['pot! label: string', 'leaf: string'],
    ]);
  });
});

describe('parts of a path that may be missing', () => {
  it.each([
    ['/pots/:pot(/:leaf)', ['/pots/{pot}', '/pots/{pot}/{leaf}']],
    ['/pots/:pot[/:leaf]', ['/pots/{pot}', '/pots/{pot}/{leaf}']],
    ['/pots/{pot}{/leaf}', ['/pots/{pot}', '/pots/{pot}/{leaf}']],
    ['/pots/:pot/:leaf?', ['/pots/{pot}', '/pots/{pot}/{leaf}']],
    ['/pots/{pot}/{leaf?}', ['/pots/{pot}', '/pots/{pot}/{leaf}']],
    ['/pots/:pot/steep(/now)', ['/pots/{pot}/steep', '/pots/{pot}/steep/now']],
    ['/pots/:pot(/:leaf(/:cup))', ['/pots/{pot}', '/pots/{pot}/{leaf}', '/pots/{pot}/{leaf}/{cup}']],
    ['/pots/:pot(/:leaf)(/:cup)', ['/pots/{pot}', '/pots/{pot}/{leaf}', '/pots/{pot}/{leaf}/{cup}']],
    ['/pots/:pot?leaf=green', ['/pots/{pot}']],
  ])('give a path without them: %s', (path, expected) => {
    expect(requestsOf(section([`\`GET\` | \`${path}\``]))).toEqual(expected.map((one) => `GET ${one}`));
  });

  it('are members of the body on the shorter path only where the page says so', () => {
    const text = section(
      ['`POST` | `/pots/:pot(/:leaf)(/:grams)`'],
      '- `leaf` `(string: "green")` - Which leaves.\n- `grams` `(int: 12)` - How much. Part of the URL or of the body.\n',
    );
    const inputs = operationsOf(text).map(
      ({ http, input }) => [http?.uri.value, input.map(showMember).join(', ')] as const,
    );
    expect(new Map(inputs)).toEqual(
      new Map([
        ['/pots/{pot}', 'pot! label: string, grams: integer'],
        ['/pots/{pot}/{leaf}', 'pot! label: string, leaf! label: string, grams: integer'],
        ['/pots/{pot}/{leaf}/{grams}', 'pot! label: string, leaf! label: string, grams! label: integer'],
      ]),
    );
  });
});

describe('cards behind names', () => {
  const inputOf = (body: string) =>
    operationsOf(section(['`POST` | `/pots/:pot`'], body))[0]?.input.filter(({ name }) => name !== 'pot') ??
    [];

  it('may have a badge before them', () => {
    const [leaf] = inputOf('- `leaf` <sup>DEPRECATED (1.11)</sup> `(string: "green")` - Which leaves.\n');
    expect(leaf).toMatchObject({ name: 'leaf', default: { value: 'green' } });
    expect(leaf?.deprecated).toBeDefined();
  });

  it('may give two types, and then no default', () => {
    const [time] = inputOf('- `time` `(integer: 0 or string: "")` - How long.\n');
    expect(time?.type.kind).toBe('oneOf');
    expect(time?.default).toBeUndefined();
  });

  it('have the items of a list from the form below them', () => {
    const [cups] = inputOf(
      '- `cups` `(array<object>: nil)` - The cups. The format of the input is:\n\n  ```json\n  [{ "size": 2 }]\n  ```\n',
    );
    expect(cups?.type).toMatchObject({ kind: 'list', element: { kind: 'reference' } });
  });

  it('have no values of lists that each hold under a condition', () => {
    const [grams] = inputOf(
      '- `grams` `(int: 0)` - With green leaves, allowed values are: 1, 2, or 3; with black ones, allowed values are: 4, 5, or 6.\n',
    );
    expect(grams?.type.constraints).toEqual([]);
  });
});

describe('answers', () => {
  it('have the status that stands in the row of the request', () => {
    const text =
      '## Rinse\n\n| Method | Path | |\n| - | - | - |\n| `POST` | `/pots/:pot/rinse` | `204 (empty body)` |\n';
    expect(operationsOf(text)[0]?.responses.map(({ status }) => status.value)).toEqual([204]);
  });

  it('are said to be returned, or to be pages', () => {
    const [operation] = operationsOf(
      section(['`GET` | `/pots/:pot`']).replace(
        'Makes a pot of tea.',
        'Returns an HTML page about it. If there is no such pot, a 404 is returned.',
      ),
    );
    expect(operation?.errors.map(({ name }) => name)).toEqual(['NotFoundError']);
    expect(operation?.responses[0]?.members.map(showMember)).toEqual(['body payload: string']);
  });

  it('are about what is written where one line writes and another one reads', () => {
    const text = section(
      ['`POST` | `/pots/:pot`', '`GET` | `/pots/:pot`'],
      '- `leaf` `(string: "green")` - Which leaves.\n',
    );
    const inputs = operationsOf(text).map(({ http, input }) => [
      http?.method.value,
      input.map(({ name }) => name),
    ]);
    expect(Object.fromEntries(inputs)).toEqual({ GET: ['pot'], POST: ['pot', 'leaf'] });
  });
});
