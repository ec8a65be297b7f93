import { describe, expect, it } from 'vitest';
import type { Operation } from '../../src/model/model.js';
import { link, page, showMember } from './read.js';

const attribute = (name: string, type: string, { level = '###', more = '' } = {}): string =>
  `${level} \`${name}\`\n\n**Description:** About ${name.replace(/\W/g, ' ')}.\\\n**Type:** ${type}${more}\n`;

const entity = (...attributes: readonly string[]): string =>
  ['# Boat', '', '## Attributes', '', ...attributes].join('\n');

const shapes = (text: string): Record<string, readonly string[]> => {
  const { service } = link([
    page(
      '## Get a boat\n\n```http\nGET /boats/:id HTTP/1.1\n```\n\n**Returns:** [Boat](boat.md)\n',
      'guide/boats.md',
    ),
    page(text, 'guide/boat.md'),
  ]);
  return Object.fromEntries(
    service.shapes.map(({ name, members }) => [
      name,
      members.map(
        (one) => `${showMember(one)}${one.type.nullable ? ' or null' : ''}${one.deprecated ? ', old' : ''}`,
      ),
    ]),
  );
};

describe('pages with a heading for each attribute', () => {
  it('join attributes in brackets to the one they are of, whatever the depth of their headings', () => {
    const { Boat, BoatHull, BoatLog } = shapes(
      entity(
        attribute('hull', 'Hash'),
        attribute('hull[paint]', 'String', { level: '####' }),
        attribute('hull[deck.planks]', 'Integer'),
        attribute('log', 'Array of Hash'),
        attribute('log[][day]', 'String', { level: '####' }),
        attribute('owner', '[Crew](#crew)'),
        attribute('afloat', 'Boolean', { level: '####' }),
      ),
    );
    expect(Boat).toEqual(['hull: BoatHull', 'log: list<BoatLog>', 'owner: string', 'afloat: boolean']);
    expect(BoatHull).toEqual(['paint: string', 'deck.planks: integer']);
    expect(BoatLog).toEqual(['day: string']);
  });

  it('make no objects of attributes that have attributes below them', () => {
    const found = shapes(
      entity(attribute('hull', 'Hash'), attribute('hull[paint]', 'String', { level: '####' })),
    );
    expect(Object.keys(found)).toEqual(['Boat', 'BoatHull']);
  });

  it('say in what follows null only when it is null', () => {
    const { Boat } = shapes(
      entity(
        attribute('sold', 'String ([Date](formats.md#date)), or null if it never was'),
        attribute('berth', 'Integer, or null when at sea.'),
        attribute('seen', 'String (URL) if `sold` is set. Otherwise, null.'),
      ),
    );
    expect(Boat).toEqual(['sold: string or null', 'berth: integer or null', 'seen: string']);
  });

  it('mark what the history of an attribute ends with', () => {
    const history = (last: string): string => `\\\n**Version history:**\\\n1.0 - added\\\n2.0 - ${last}`;
    const { Boat } = shapes(
      entity(
        attribute('sail', 'String', { more: history('deprecated') }),
        attribute('keel', 'String', { more: history('deprecated `old` values') }),
      ),
    );
    expect(Boat).toEqual(['sail: string, old', 'keel: string']);
  });

  it('read a long type with a line for each value', () => {
    const long = 'word '.repeat(40);
    const { Boat } = shapes(
      entity(attribute('flags', `Array of String (Enumerable)\\\n\`red\` = ${long}\\\n\`blue\` = ${long}`)),
    );
    expect(Boat).toEqual(['flags: list<string(red|blue)>']);
  });

  it('give an object the members of the one that its example shows it to extend', () => {
    const { SoldBoat } = shapes(
      [
        entity(attribute('name', 'String'), attribute('length', 'Integer'), attribute('flag', 'String')),
        '## SoldBoat attributes',
        '',
        '```json\n{ "name": "Aida", "length": 7, "price": 100 }\n```',
        '',
        attribute('price', 'Integer'),
      ].join('\n'),
    );
    expect(SoldBoat).toEqual(['price: integer', 'name: string', 'length: integer', 'flag: string']);
  });
});

const operationOf = (text: string): Operation => {
  const { service } = link([page(`## Send a boat\n\n${text}`, 'guide/boats.md')]);
  const [only, ...others] = service.operations;
  expect(others).toEqual([]);
  if (!only) throw new Error('no operation');
  return only;
};

describe('operations with definition lists', () => {
  const form = (...entries: readonly string[]): readonly string[] =>
    operationOf(
      `\`\`\`http\nPOST /boats HTTP/1.1\n\`\`\`\n\n#### Form data parameters\n\n${entries.join('\n\n')}\n`,
    ).input.map(showMember);

  it('take keys in brackets that stand for any key as those of a map', () => {
    expect(form('ports\n: Hash. Where it calls.', 'ports[:index][name]\n: String. The name.')).toEqual([
      'ports: map<string,SendBoatPorts>',
    ]);
  });

  it('need an object of which a part is needed, unless that is for when it is given', () => {
    expect(
      form(
        'tow[rope]\n: {{<required>}} String. The rope.',
        'crew[size]\n: {{<required>}} Integer. If provided, the boat is manned.',
        'fuel\n: {{<required>}} String. If it has a `sail`, this becomes optional.',
      ),
    ).toEqual(['tow!: SendBoatTow', 'crew: SendBoatCrew', 'fuel: string']);
  });

  it('take what is encoded as a multipart form as a file', () => {
    expect(
      form(
        'photo\n: Object. Shown in lists, encoded using multipart form data.',
        'plan\n: The plan encoded using `multipart/form-data`',
      ),
    ).toEqual(['photo: file', 'plan: file']);
  });

  it('read a header without a type as text, whatever numbers its description has', () => {
    const { input } = operationOf(
      '```http\nPOST /boats HTTP/1.1\n```\n\n##### Headers\n\nX-Voyage\n: Any word. Kept for up to 1 hour.\n',
    );
    expect(input.map(showMember)).toEqual(['X-Voyage header: string']);
  });

  it('take a request in a section about the response as an example', () => {
    const { http, input } = operationOf(
      '```http\nPOST /boats HTTP/1.1\n```\n\n#### Request\n\nname\n: {{<required>}} String. Its name.\n\n#### Response\n\n##### 200: OK\n\nSent by:\n\n```http\nPOST https://boats.example/boats\n?name=Aida\n```\n',
    );
    expect(http?.uri.value).toBe('/boats');
    expect(input.map(showMember)).toEqual(['name!: string']);
  });

  it('read a return value that stands in an object of one key', () => {
    const { service } = link([
      page(
        '## See a job\n\n```http\nGET /jobs/:id HTTP/1.1\n```\n\n**Returns:** Hash with a single key of `job` with value of [Job](job.md)\n',
        'guide/jobs.md',
      ),
      page('# Job\n\n## Attributes\n\n' + attribute('state', 'String'), 'guide/job.md'),
    ]);
    expect(service.operations[0]?.responses[0]?.members.map(showMember)).toEqual(['job: Job']);
  });
});
