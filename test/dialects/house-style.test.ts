import { describe, expect, it } from 'vitest';
import { collector } from '../../src/diagnostics/report.js';
import { completeService } from '../../src/ecosystems/complete-service.js';
import type { GivenFacts } from '../../src/ecosystems/ecosystem.js';
import { guideOf } from '../../src/ecosystems/read-pages.js';
import type { Reading } from '../../src/ecosystems/dialect.js';
import type { Service } from '../../src/model/model.js';
import { startOf } from '../../src/diagnostics/position.js';
import { guideFragments, linkedOf, show } from './read.js';

const service = (text: string, reading: Reading, given: Partial<GivenFacts> = {}): Service => {
  const { report } = collector();
  const pages = [{ path: 'guide/kites.md', text }];
  const [first] = linkedOf(guideFragments(guideOf(pages, reading), report), report);
  if (!first) throw new Error('no service');
  return completeService(first, { keepId: false, ...given }, report);
};

const inputs = ({ operations }: Service): readonly string[] =>
  operations.flatMap(({ input }) =>
    input.map(({ name, location, required, type, deprecated }) =>
      [
        `${name} ${location.value} ${show(type)}`,
        ...(required ? [required.value ? 'required' : 'optional'] : []),
        ...(type.nullable ? ['nullable'] : []),
        ...(deprecated ? ['deprecated'] : []),
      ].join(' '),
    ),
  );

const table = `# Drachen

## Drachen anlegen

\`POST /kites\`

Angaben:

| Feld | Art | Pflicht | Erklärung |
| --- | --- | --- | --- |
| tail | Schnur | ja | Die Länge. |
| colour | Text ∅ | nein | Die Farbe. |
| reel! | Zahl | | Veraltet. (alt) |
`;

describe('house style', () => {
  it('reads columns, types and marks that the configuration explains', () => {
    const reading: Reading = {
      columns: { feld: 'name', art: 'type', pflicht: 'required', erklärung: 'description' },
      types: { schnur: 'integer', text: 'string', zahl: 'number' },
      marks: { ja: 'required', nein: 'optional', '∅': 'nullable', '!': 'required', alt: 'deprecated' },
    };
    expect(inputs(service(table, reading))).toEqual([
      'tail body integer required',
      'colour body string optional nullable',
      'reel body double required deprecated',
    ]);
  });

  it('takes marks out of lists, in brackets and in bold', () => {
    const list = `# Kites

## Fly

\`POST /flights\`

Parameters:

- \`wind\` (integer, Pflicht): How strong it is.
- \`site\` (string) **Pflicht** Where.
- \`note\` (string): Pflicht and more.
`;
    expect(inputs(service(list, { marks: { pflicht: 'required' } }))).toEqual([
      'wind body integer required',
      'site body string required',
      'note body string optional',
    ]);
  });

  it.each([
    ['query', 'wind query integer'],
    ['header', 'wind header integer'],
    ['form', 'wind body integer'],
  ] as const)('takes words above a list for %s', (meaning, expected) => {
    const text =
      '# Kites\n\n## Fly\n\n`POST /flights`\n\n### Zutaten\n\n| Name | Type |\n| --- | --- |\n| wind | int |\n';
    expect(inputs(service(text, { places: { Zutaten: meaning } }))).toEqual([expected]);
  });

  it('leaves lists alone that are about something else, and takes what comes back for that', () => {
    const text =
      '# Kites\n\n## Look\n\n`GET /flights`\n\n### Ausbeute\n\n| Name | Type |\n| --- | --- |\n| wind | int |\n';
    expect(inputs(service(text, { places: { ausbeute: 'none' } }))).toEqual([]);
    const [operation] = service(text, { places: { ausbeute: 'response' } }).operations;
    expect(operation?.responses[0]?.members.map(({ name }) => name)).toEqual(['wind']);
  });

  it('reads components by the attributes that the configuration names', () => {
    const text = `# Kites

## Fly

<Ruf verb="POST" weg="/flights/{site}" />

<Zutat heisst="wind" sorte="integer" muss>How strong.</Zutat>
<Zutat heisst="site" sorte="string" wo="path">Where.</Zutat>
<Kopf heisst="X-Pilot" sorte="string">Who.</Kopf>
<Werbung heisst="param" sorte="string">Buy a kite.</Werbung>
`;
    const attributes = { name: 'heisst', type: 'sorte', required: 'muss', in: 'wo' };
    const components: Reading['components'] = {
      Ruf: { means: 'request', method: 'verb', path: 'weg' },
      Zutat: { means: 'member', ...attributes },
      Kopf: { means: 'member', ...attributes, place: 'header' },
      Werbung: 'ignore',
    };
    const read = service(text, { components });
    expect(read.operations.map(({ http }) => `${http?.method.value} ${http?.uri.value}`)).toEqual([
      'POST /flights/{site}',
    ]);
    expect(inputs(read)).toEqual([
      'site label string required',
      'X-Pilot header string optional',
      'wind body integer required',
    ]);
  });

  it('puts what template tags stand for in their place, and keeps the places of the page', () => {
    const text = `# Kites

## List kites

\`GET {{ root }}/kites\`

{% include paging.html size=20 %}

## Cut a kite

\`DELETE {{ root }}/kites/{id}\`
`;
    const read = service(text, {
      macros: {
        '{{ root }}': '/v2',
        'paging.html': '| Parameter | Type |\n| --- | --- |\n| page | integer |\n| size | integer |',
      },
    });
    expect(read.operations.map(({ http }) => [http?.uri.value, http?.uri.source.line])).toEqual([
      ['/v2/kites/{id}', 11],
      ['/v2/kites', 5],
    ]);
    expect(inputs(read)).toEqual(['id label string required', 'page query integer', 'size query integer']);
    expect(read.operations[1]?.input.map(({ source }) => source.line)).toEqual([7, 7]);
  });

  it('takes the base URL off request lines, and other hosts for foreign ones', () => {
    const text =
      '# Kites\n\n## List\n\n`GET https://kites.test/v2/kites`\n\n## Rain\n\n`GET https://rain.test/today`\n';
    const { operations } = service(text, { baseUrl: 'https://kites.test/v2/' });
    expect(operations.map(({ http }) => http?.uri.value)).toEqual(['/kites']);
  });

  it('gives every operation the common parameters, but for those that its page describes', () => {
    const text =
      '# Kites\n\n## List\n\n`GET /{club}/kites`\n\n| Parameter | Type |\n| --- | --- |\n| lang | integer |\n\n## Cut\n\n`DELETE /kites`\n';
    const at = { source: startOf('docwright.config.json'), known: 'override' } as const;
    const parameters = {
      lang: { value: { type: 'string', location: 'query' }, ...at },
      'X-Pilot': { value: { type: 'string', location: 'header', required: true }, ...at },
      club: { value: { type: 'long', location: 'label', description: 'Which club.' }, ...at },
    } as const;
    expect(inputs(service(text, {}, { parameters }))).toEqual([
      'lang query string',
      'X-Pilot header string required',
      'club label long required',
      'lang query integer',
      'X-Pilot header string required',
    ]);
  });
});
