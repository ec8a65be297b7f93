import type { Member, Service } from '../../model/model.js';
import { fact } from '../../model/fragments.js';
import type { Constraint, ScalarKind, Type } from '../../model/types.js';

const source = { file: 'orchard.md', line: 1, column: 1, endLine: 1, endColumn: 2 };
const from = { source, known: 'stated' } as const;

const scalar = (kind: ScalarKind, ...constraints: Constraint[]): Type => ({ kind, constraints, ...from });
const reference = (target: string): Type => ({ kind: 'reference', target, constraints: [], ...from });
const list = (element: Type): Type => ({ kind: 'list', element, constraints: [], ...from });

const member = (name: string, location: Member['location']['value'], type: Type): Member => ({
  name,
  wireName: name,
  location: fact(location, source),
  type,
  ...from,
});

const required = (one: Member): Member => ({ ...one, required: fact(true, source) });

const sort: Constraint = {
  kind: 'values',
  values: [1, 2],
  name: 'Sort',
  details: { 1: { name: 'SWEET' }, 2: { name: 'SOUR' } },
  ...from,
};

/** A small service over HTTP with every kind of thing that outputs meet. */
export const sampleService: Service = {
  id: 'orchard',
  ecosystem: 'http',
  title: fact('Orchard', source),
  protocol: fact('http', source),
  servers: [{ url: 'https://orchard.example/v1', ...from }],
  auth: [{ name: 'bearer', scheme: 'bearer', options: {}, ...from }],
  pages: ['orchard.md'],
  operations: [
    {
      name: 'getTree',
      description: 'Gives one tree.',
      http: { method: fact('GET', source), uri: fact('/trees/{treeId}', source) },
      input: [required(member('treeId', 'label', scalar('string')))],
      responses: [
        { status: fact(200, source), members: [member('body', 'payload', reference('Tree'))], ...from },
      ],
      errors: [{ name: 'NotFound', ...from }],
      examples: [],
      ...from,
    },
    {
      name: 'plantTree',
      deprecated: fact('Plant a row instead.', source),
      http: { method: fact('POST', source), uri: fact('/trees', source) },
      input: [
        required(member('name', 'body', scalar('string', { kind: 'length', min: 1, max: 40, ...from }))),
        member('sort', 'body', scalar('integer', sort)),
        member('photo', 'body', scalar('file')),
      ],
      mediaTypes: fact(['multipart/form-data'], source),
      responses: [{ status: fact(204, source), members: [], ...from }],
      errors: [],
      auth: fact([], source),
      examples: [],
      ...from,
    },
  ],
  shapes: [
    {
      kind: 'structure',
      name: 'Tree',
      members: [
        required(member('name', 'body', scalar('string'))),
        member('age', 'body', { ...scalar('integer'), nullable: fact(true, source) }),
        member('neighbours', 'body', list(reference('Tree'))),
      ],
      ...from,
    },
  ],
  errors: [{ name: 'NotFound', status: fact(404, source), members: [], ...from }],
};
