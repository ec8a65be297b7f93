import type { Fact } from '../../src/model/provenance.js';
import type { Member, Operation, Service, Shape } from '../../src/model/model.js';
import type { Constraint, ScalarKind, Type } from '../../src/model/types.js';
import { aws } from '../../src/ecosystems/aws/index.js';
import { restJson1 } from '../../src/ecosystems/aws/protocols/rest-json.js';
import type { BoundService } from '../../src/ecosystems/ecosystem.js';

/** Short ways to write a model; every fact has the same made-up place. */
export const from = {
  source: { file: 'page.md', line: 1, column: 1, endLine: 1, endColumn: 2 },
  known: 'stated',
} as const;

export const fact = <T>(value: T): Fact<T> => ({ value, ...from });

type Bounds = { readonly min?: number; readonly max?: number };

export const length = (bounds: Bounds): Constraint => ({ kind: 'length', ...bounds, ...from });
export const range = (bounds: Bounds): Constraint => ({ kind: 'range', ...bounds, ...from });
export const count = (bounds: Bounds): Constraint => ({ kind: 'count', ...bounds, ...from });
export const pattern = (text: string): Constraint => ({ kind: 'pattern', pattern: text, ...from });
export const values = (...allowed: string[]): Constraint => ({ kind: 'values', values: allowed, ...from });

type Kind = ScalarKind;

export const scalar = (kind: Kind, ...constraints: Constraint[]): Type => ({ kind, constraints, ...from });
export const string = (...constraints: Constraint[]): Type => scalar('string', ...constraints);
export const list = (element: Type, ...constraints: Constraint[]): Type => ({
  kind: 'list',
  element,
  constraints,
  ...from,
});
export const map = (key: Type, value: Type, ...constraints: Constraint[]): Type => ({
  kind: 'map',
  key,
  value,
  constraints,
  ...from,
});
export const reference = (target: string): Type => ({ kind: 'reference', target, constraints: [], ...from });

export const optional = (name: string, type: Type): Member => ({
  name,
  wireName: name,
  location: fact('body'),
  type,
  ...from,
});
export const required = (name: string, type: Type): Member => ({
  ...optional(name, type),
  required: fact(true),
});

export const operation = (name: string, input: Member[], output: Member[] = []): Operation => ({
  name,
  input,
  responses: [{ status: fact(200), members: output, ...from }],
  errors: [],
  examples: [],
  ...from,
});

export const structure = (name: string, ...members: Member[]): Shape => ({
  kind: 'structure',
  name,
  members,
  ...from,
});
export const union = (name: string, ...members: Member[]): Shape => ({
  kind: 'union',
  name,
  members,
  ...from,
});

export const service = (operations: Operation[], shapes: Shape[] = []): Service => ({
  id: 'example',
  ecosystem: 'aws',
  title: fact('Example'),
  servers: [],
  auth: [],
  pages: ['page.md'],
  operations,
  shapes,
  errors: [],
});

/** As much of a protocol as emitters of validators look at. */
export const boundService = (unbound: Service): BoundService => ({
  service: unbound,
  ecosystem: aws,
  protocol: restJson1,
  access: { servers: [], auth: [] },
  bindings: unbound.operations.map((one) => restJson1.bind(one, unbound, () => undefined)),
});
