import type { SourceRange } from '../../diagnostics/position.js';
import type {
  CollectionStyle,
  ErrorShape,
  JsonValue,
  Location,
  Member,
  Operation,
  Response,
  Service,
  Shape,
} from '../../model/model.js';
import type { Fact } from '../../model/provenance.js';
import type { Constraint, ScalarKind, Type } from '../../model/types.js';

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

/** A service over HTTP with nothing but what it is given; parts sorted by name, as the model has them. */
export const service = (parts: Partial<Service>): Service => ({
  id: 'sample',
  ecosystem: 'http',
  title: fact('Sample'),
  apiVersion: fact('2020-01-01'),
  servers: [],
  auth: [],
  pages: [],
  ...parts,
  operations: [...(parts.operations ?? [])].sort(compare),
  shapes: [...(parts.shapes ?? [])].sort(compare),
  errors: [...(parts.errors ?? [])].sort(compare),
});

export const styled = (style: CollectionStyle, one: Member): Member => ({ ...one, style: fact(style) });

export const nullable = (type: Type): Type => ({ ...type, nullable: fact(true) });

export const oneOf = (discriminator: string | undefined, ...variants: Type[]): Type => ({
  kind: 'oneOf',
  variants,
  constraints: [],
  ...known(),
  ...(discriminator !== undefined && { discriminator: fact(discriminator) }),
});

/** An operation with method and path. */
export const call = (name: string, method: string, uri: string, parts: OperationParts = {}): Operation =>
  operation(name, { http: { method: fact(method), uri: fact(uri) }, ...parts });

/** Every way to write lists and objects in a query or form. */
export const styles: readonly CollectionStyle[] = [
  'repeat',
  'brackets',
  'indices',
  'comma',
  'space',
  'pipe',
  'deepObject',
  'dots',
  'json',
];
