import type { Location, Member, Operation, Response } from '../../model/model.js';
import type { Feature } from '../../ecosystems/protocol.js';
import {
  fact,
  list,
  map,
  member,
  type OperationParts,
  ref,
  response,
  scalar,
  string,
  structure,
  values,
} from './build-model.js';
import { call, nullable, oneOf, styled, styles } from './build-model.js';

/** One operation with an input that has to reach the handler, and an output that has to come back. */
export interface ProtocolCase {
  /** What a protocol must be able to carry for it; absent where every protocol must. */
  readonly feature?: Feature;
  readonly title: string;
  readonly operation: Operation;
  readonly input: object;
  readonly output: unknown;
  /** The status that the handler chooses, where it is not the usual one. */
  readonly status?: number;
}

const place = (name: string, type: Member['type'], location: Location): Member =>
  member(name, type, { location, ...(location === 'label' && { required: true }) });

let count = 0;

/** Every operation has a name and a path of its own. */
function operationOf(parts: OperationParts, path = '', method = 'POST'): Operation {
  count += 1;
  return call(`Case${count}`, method, `/case${count}${path}`, parts);
}

/** The same members there and back. */
const echo = (title: string, members: readonly Member[], value: object): ProtocolCase => ({
  title,
  operation: operationOf({ input: members, output: members }),
  input: value,
  output: value,
});

const payload = (type: Member['type']): Member => place('value', type, 'payload');

/** A body that is one value, both ways; handlers of some protocols give the value itself. */
const whole = (
  feature: Feature | undefined,
  title: string,
  type: Member['type'],
  value: unknown,
  media?: string,
): ProtocolCase => ({
  ...(feature && { feature }),
  title,
  operation: operationOf({
    input: [payload(type)],
    responses: [response(200, [payload(type)], media)],
    ...(media !== undefined && { mediaTypes: fact([media]) }),
  }),
  input: { value },
  output: { value },
});

const time = new Date('2021-05-06T07:08:09.120Z');
const bytes = new Uint8Array([0, 13, 10, 250, 128, 255]);
const texts = ['', 'a', 'Æ ü 名 😀', `"'\\ &=?#%+/;,`, '\u2028'];

const basic: readonly ProtocolCase[] = [
  echo('nothing at all', [], {}),
  echo('texts of every kind', [member('list', list(string())), member('text', string())], {
    list: texts,
    text: '',
  }),
  echo(
    'numbers and truth values',
    ['integer', 'long', 'float', 'double', 'boolean'].map((kind) =>
      member(`${kind}s`, list(scalar(kind as 'long'))),
    ),
    {
      integers: [0, -1],
      longs: [2 ** 53 - 1],
      floats: [0.5, -1.25],
      doubles: [1e300],
      booleans: [true, false],
    },
  ),
  echo('times', [member('time', scalar('timestamp')), member('times', map(string(), scalar('timestamp')))], {
    time,
    times: { a: time, b: new Date(0) },
  }),
  echo('bytes in a document', [member('bytes', scalar('blob')), member('none', scalar('blob'))], {
    bytes,
    none: new Uint8Array(),
  }),
  echo('any JSON', [member('any', scalar('document'))], { any: { a: [1, 'x', { b: true }], c: null } }),
  echo('keys that every object has', [member('map', map(string(), string()))], {
    map: JSON.parse('{"__proto__":"x","constructor":"y","toString":"z"}'),
  }),
  echo(
    'members that every object has',
    [member('constructor', string()), member('toString', list(string()))],
    {
      constructor: 'x',
      toString: ['y'],
    },
  ),
  echo('structures in each other', [member('tree', ref('Tree'))], {
    tree: { label: 'a', children: [{ label: 'b', children: [] }, {}] },
  }),
  echo('names that differ on the wire', [member('one', ref('Renamed'), { wireName: 'One-1' })], {
    one: { inner: 'x' },
  }),
  {
    title: 'members of path, query and headers',
    operation: operationOf(
      {
        input: [
          place('id', string(), 'label'),
          place('number', scalar('integer'), 'label'),
          place('filter', list(string()), 'query'),
          place('since', scalar('timestamp'), 'query'),
          place('exact', scalar('boolean'), 'query'),
          place('trace', string(), 'header'),
          member('body', string()),
        ],
        output: [place('left', scalar('integer'), 'header'), member('body', string())],
      },
      '/{id}/x/{number}',
    ),
    input: {
      id: 'a/b c?#%',
      number: 7,
      filter: ['x', 'y&z'],
      since: time,
      exact: false,
      trace: 't',
      body: 'b',
    },
    output: { left: 3, body: 'c' },
  },
];

const queries: readonly ProtocolCase[] = styles.map((style) => ({
  feature: 'collectionStyles' as const,
  title: `lists and maps in a query, style ${style}`,
  operation: operationOf(
    {
      input: [
        styled(style, place('texts', list(string()), 'query')),
        styled(style, place('numbers', list(scalar('integer')), 'query')),
        styled(style, place('map', map(string(), string()), 'query')),
        styled(style, place('object', ref('Renamed'), 'query')),
      ],
    },
    '',
    'GET',
  ),
  input: {
    texts: ['a', '', 'b&c=[d]'],
    numbers: [1, 20],
    map: { k: 'v', 'k-2': 'ü' },
    object: { inner: 'x' },
  },
  output: undefined,
}));

const media = (type: string, members: readonly Member[]): Operation =>
  operationOf({ mediaTypes: fact([type]), input: members, status: 204 });

const file = new File([bytes], 'ü "1".png', { type: 'image/png' });

const ofFeatures: readonly ProtocolCase[] = [
  {
    feature: 'cookies',
    title: 'cookies',
    operation: operationOf({
      input: [place('session', string(), 'cookie'), place('n', scalar('integer'), 'cookie')],
    }),
    input: { session: 'a; b="c"', n: 2 },
    output: undefined,
  },
  {
    feature: 'form',
    title: 'a form',
    operation: media('application/x-www-form-urlencoded', [
      member('text', string()),
      member('tags', list(string())),
      styled('deepObject', member('tree', ref('Tree'))),
      styled('indices', member('trees', list(ref('Tree')))),
      member('time', scalar('timestamp')),
    ]),
    input: {
      text: 'a+b &=%',
      tags: texts,
      tree: { label: 'x', children: [{ label: 'y' }, { label: 'z' }] },
      trees: [{ label: '1' }, { label: '2', children: [{ label: '3' }] }],
      time,
    },
    output: undefined,
  },
  {
    feature: 'multipart',
    title: 'a form of parts',
    operation: media('multipart/form-data', [
      member('text', string()),
      member('lines', list(string())),
      member('tree', ref('Tree')),
      member('bytes', scalar('blob')),
    ]),
    input: { text: 'a\r\n--b\r\n\r\n', lines: texts, tree: { label: 'x', children: [{}] }, bytes },
    output: undefined,
  },
  {
    feature: 'files',
    title: 'files in a form of parts',
    operation: media('multipart/form-data', [
      member('one', scalar('file')),
      member('more', list(scalar('file'))),
    ]),
    input: { one: file, more: [file, new File([], 'empty', { type: 'text/plain' })] },
    output: undefined,
  },
  whole('files', 'a file as the body', scalar('file'), new Blob([bytes], { type: 'image/png' }), 'image/png'),
  whole('binaryPayload', 'bytes as the body', scalar('blob'), bytes),
  whole('textPayload', 'a text as the body', string(), texts.join('\n')),
  whole('severalResponses', 'a list as the body', list(ref('Tree')), [{ label: 'a' }, {}]),
  whole('severalResponses', 'a number as the body', scalar('double'), 0.5),
  {
    feature: 'nullable',
    ...echo(
      'nulls that are values',
      [
        member('gone', nullable(string())),
        member('some', list(nullable(scalar('integer')))),
        member('map', map(string(), nullable(string()))),
      ],
      { gone: null, some: [1, null], map: { a: null } },
    ),
  },
  {
    feature: 'oneOf',
    ...echo(
      'values of several types',
      [
        member('told', list(oneOf('kind', ref('Cat'), ref('Dog')))),
        member(
          'untold',
          list(oneOf(undefined, scalar('integer'), string(), list(string()), ref('Tree'), ref('Renamed'))),
        ),
      ],
      {
        told: [
          { kind: 'dog', name: 'x' },
          { kind: 'cat', name: 'y' },
        ],
        untold: [1, 'x', ['y'], { label: 'z' }, { inner: 'i' }],
      },
    ),
  },
  ...[
    { status: 200, output: { label: 'a' } },
    { status: 202, output: { inner: 'b' } },
    { status: 204, output: undefined },
  ].map(({ status, output }) => ({
    feature: 'severalResponses' as const,
    title: `several responses, of which status ${status}`,
    operation: operationOf({ responses: [of(200, 'Tree'), of(202, 'Renamed'), response(204, [])] }),
    input: {},
    output,
    status,
  })),
];

function of(status: number, shape: string): Response {
  return response(status, [payload(ref(shape))]);
}

/** Every case that there is. */
export const protocolCases: readonly ProtocolCase[] = [...basic, ...queries, ...ofFeatures];

/** What the cases refer to. */
export const caseShapes = [
  structure('Tree', [member('label', string()), member('children', list(ref('Tree')))]),
  structure('Renamed', [member('inner', string(), { wireName: 'in-ner' })]),
  structure('Cat', [member('kind', string(values('cat'))), member('name', string())]),
  structure('Dog', [member('kind', string(values('dog'))), member('name', string())]),
];
