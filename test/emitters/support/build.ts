import type { SourceRange } from '../../../src/diagnostics/position.js';
import type {
  ErrorShape,
  JsonValue,
  Location,
  Member,
  Operation,
  Response,
  Service,
  Shape,
  Traits,
} from '../../../src/model/model.js';
import type { Fact } from '../../../src/model/provenance.js';
import type { Constraint, ScalarKind, Type } from '../../../src/model/types.js';
import { awsAccess } from '../../../src/ecosystems/aws/access.js';
import { aws } from '../../../src/ecosystems/aws/index.js';
import { restJson1 } from '../../../src/ecosystems/aws/protocols/rest-json.js';
import { bindService } from '../../../src/ecosystems/bind-service.js';
import type { BoundService } from '../../../src/ecosystems/ecosystem.js';

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

/** An operation with one response of success, which holds `output`. */
export const operation = (
  name: string,
  { output = [], status = 200, ...parts }: OperationParts = {},
): Operation => ({
  name,
  input: [],
  responses: [response(status, output)],
  errors: [],
  examples: [],
  ...known(),
  ...parts,
});

export interface OperationParts extends Partial<Operation> {
  readonly output?: readonly Member[];
  readonly status?: number;
}

export const response = (status: number, members: readonly Member[], mediaType?: string): Response => ({
  status: fact(status),
  members,
  ...(mediaType !== undefined && { mediaType: fact(mediaType) }),
  ...known(),
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

/** What pages say of a service to its ecosystem, as facts. */
const traitsOf = (traits: object): { traits: Traits } => ({
  traits: {
    aws: Object.fromEntries(
      Object.entries(traits).flatMap(([name, value]) => (value === undefined ? [] : [[name, fact(value)]])),
    ),
  },
});

export interface ServiceParts extends Partial<Service> {
  readonly endpointPrefix?: string;
  readonly signingName?: string;
  readonly targetPrefix?: string;
}

export const service = ({ endpointPrefix, signingName, targetPrefix, ...parts }: ServiceParts): Service => ({
  id: 'sample',
  ecosystem: 'aws',
  title: fact('Sample'),
  apiVersion: fact('2020-01-01'),
  servers: [],
  auth: [],
  pages: [],
  ...traitsOf({ endpointPrefix, signingName, targetPrefix }),
  ...parts,
  operations: [...(parts.operations ?? [])].sort(compare),
  shapes: [...(parts.shapes ?? [])].sort(compare),
  errors: [...(parts.errors ?? [])].sort(compare),
});

/** The service bound to REST-JSON, every operation at a path of its own. */
export const bind = (bound: Service): BoundService => ({
  service: bound,
  ecosystem: aws,
  protocol: restJson1,
  access: awsAccess(bound),
  bindings: bound.operations.map((one) => {
    const uri = fact(`/${encodeURIComponent(one.name)}`);
    const placed = { ...one, http: one.http ?? { method: fact('POST'), uri } };
    return { ...restJson1.bind(placed, bound, () => undefined), operation: one };
  }),
});

/** A service of the plain HTTP ecosystem, bound as its protocol says. */
export function bindHttp(parts: ServiceParts): BoundService {
  const bound = bindService(service({ ecosystem: 'http', ...parts, traits: {} }), () => undefined);
  if (!bound) throw new Error('no protocol fits');
  return bound;
}
