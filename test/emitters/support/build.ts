import type { SourceRange } from '../../../src/diagnostics/position.js';
import type {
  ErrorShape,
  JsonValue,
  Location,
  Member,
  Operation,
  Service,
  Shape,
} from '../../../src/model/model.js';
import type { Fact } from '../../../src/model/provenance.js';
import type { Constraint, ScalarKind, Type } from '../../../src/model/types.js';
import type { BoundService, Protocol } from '../../../src/ecosystems/protocol.js';

/** Small models written by hand, without the provenance that no test looks at. */

const at = (line = 1, file = 'pages/API_Page.md'): SourceRange => ({
  file,
  line,
  column: 1,
  endLine: line,
  endColumn: 2,
});

export const fact = <T>(value: T, line?: number): Fact<T> => ({ value, known: 'stated', source: at(line) });

const known = (line?: number) => ({ known: 'stated', source: at(line) }) as const;

export const length = (min?: number, max?: number): Constraint => ({
  kind: 'length',
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
  ...known(),
});
export const range = (min?: number, max?: number): Constraint => ({
  kind: 'range',
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
  ...known(),
});
export const pattern = (text: string): Constraint => ({ kind: 'pattern', pattern: text, ...known() });
export const values = (...allowed: string[]): Constraint => ({ kind: 'values', values: allowed, ...known() });

export const scalar = (kind: ScalarKind, ...constraints: Constraint[]): Type => ({
  kind,
  constraints,
  ...known(),
});
export const string = (...constraints: Constraint[]): Type => scalar('string', ...constraints);
export const list = (element: Type): Type => ({ kind: 'list', element, constraints: [], ...known() });
export const map = (key: Type, value: Type): Type => ({
  kind: 'map',
  key,
  value,
  constraints: [],
  ...known(),
});
export const ref = (target: string): Type => ({ kind: 'reference', target, constraints: [], ...known() });

export interface MemberOptions {
  readonly required?: boolean;
  readonly wireName?: string;
  readonly location?: Location;
  readonly description?: string;
  readonly deprecated?: string;
  readonly default?: JsonValue;
  readonly idempotencyToken?: boolean;
  readonly line?: number;
}

export function member(name: string, type: Type, options: MemberOptions = {}): Member {
  const { required, wireName = name, location = 'body', description, deprecated, line } = options;
  return {
    name,
    wireName,
    location: fact(location),
    type,
    ...(required !== undefined && { required: fact(required) }),
    ...(options.default !== undefined && { default: fact(options.default) }),
    ...(description !== undefined && { description }),
    ...(deprecated !== undefined && { deprecated: fact(deprecated) }),
    ...(options.idempotencyToken !== undefined && { idempotencyToken: fact(options.idempotencyToken) }),
    ...known(line),
  };
}

export const operation = (name: string, parts: Partial<Operation> = {}): Operation => ({
  name,
  input: [],
  output: [],
  errors: [],
  examples: [],
  ...known(),
  ...parts,
});

export const structure = (name: string, members: readonly Member[], parts: Partial<Shape> = {}): Shape => ({
  kind: 'structure',
  name,
  members,
  ...known(),
  ...parts,
});

export const error = (name: string, status: number, members: readonly Member[] = []): ErrorShape => ({
  name,
  status: fact(status),
  members,
  ...known(),
});

export const uses = (...names: string[]): Operation['errors'] => names.map((name) => ({ name, ...known() }));

const compare = (one: { readonly name: string }, other: { readonly name: string }): number =>
  one.name < other.name ? -1 : one.name > other.name ? 1 : 0;

export const service = (parts: Partial<Service>): Service => ({
  id: 'sample',
  title: fact('Sample'),
  apiVersion: fact('2020-01-01'),
  pages: [],
  ...parts,
  operations: [...(parts.operations ?? [])].sort(compare),
  shapes: [...(parts.shapes ?? [])].sort(compare),
  errors: [...(parts.errors ?? [])].sort(compare),
});

const protocol: Protocol = {
  id: 'restJson1',
  smithyTrait: 'aws.protocols#restJson1',
  runtime: { module: 'rest-json', name: 'restJson1' },
  timestampFormat: 'epochSeconds',
  matches: () => true,
  bind: (bound) => ({
    operation: bound,
    method: 'POST',
    uri: `/${encodeURIComponent(bound.name)}`,
    successStatus: 200,
    contentType: 'application/json',
  }),
};

/** The service bound to REST-JSON, every operation at a path of its own. */
export const bind = (bound: Service): BoundService => ({
  service: bound,
  protocol,
  bindings: bound.operations.map((item) => protocol.bind(item, bound, () => undefined)),
});
