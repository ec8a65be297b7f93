import { identifier } from '../render/identifiers.js';
import type { Member, Operation, Service } from '../model/model.js';
import type { ValuesConstraint } from '../model/types.js';
import { createScope, type Scope } from './naming/scope.js';
import { nameValues, type ValuesNames } from './naming/values.js';

export type { ValuesNames, ValueName } from './naming/values.js';

/** What stands in the generated package for one operation, such as `CreateUser`. */
export interface OperationNames {
  /** `CreateUser`. */
  readonly type: string;
  /** `createUser`: the client's method, the function and the server's handler. */
  readonly method: string;
  /** `CreateUserInput`. */
  readonly input: string;
  /** `CreateUserOutput`. */
  readonly output: string;
  /** `CreateUserInputSchema`: the validator. */
  readonly inputSchema: string;
  readonly outputSchema: string;
  /** `CreateUserHandler`. */
  readonly handler: string;
  /** `paginateListUsers`: page by page. */
  readonly paginator: string;
  /** `listUsersItems`: item by item. */
  readonly items: string;
}

/** What stands there for a structure, a union or an error. */
export interface ShapeNames {
  /** `Environment`: the interface or class. */
  readonly type: string;
  /** `EnvironmentSchema`: the validator. */
  readonly schema: string;
  /** `ConflictExceptionMembers`: what an error carries. */
  readonly errorMembers: string;
}

/** Every name of a generated package: identifiers, none twice, none that shadows the language's own. */
export interface Naming {
  operation(name: string): OperationNames;
  /** Undefined where the service has no such shape. */
  shape(name: string): ShapeNames | undefined;
  error(name: string): ShapeNames;
  /** The const object and type of allowed values; undefined where they have none, as the values of numbers. */
  values(constraint: ValuesConstraint): ValuesNames | undefined;
  /** All of these, by name. */
  readonly allValues: readonly ValuesNames[];
  /** The property that holds a member: its name, unless another member of the same owner has it. */
  key(member: Member): string;
}

const nameOperation = (scope: Scope, operation: Operation): OperationNames => {
  const base = identifier(operation.name, 'pascal');
  const type = scope.claimAll(base, 'Operation', (name) => [
    name,
    `${name}Input`,
    `${name}Output`,
    `${name}InputSchema`,
    `${name}OutputSchema`,
    `${name}Handler`,
    `paginate${name}`,
  ]);
  const method = scope.claimAll(identifier(operation.name, 'camel'), 'Operation', (name) => [
    name,
    `${name}Items`,
  ]);
  return {
    type,
    method,
    input: `${type}Input`,
    output: `${type}Output`,
    inputSchema: `${type}InputSchema`,
    outputSchema: `${type}OutputSchema`,
    handler: `${type}Handler`,
    paginator: `paginate${type}`,
    items: `${method}Items`,
  };
};

const nameShape = (scope: Scope, name: string, suffix: string): ShapeNames => {
  const derive = (base: string): readonly string[] => [base, `${base}Schema`, `${base}Members`];
  const type = scope.claimAll(identifier(name, 'pascal'), suffix, derive);
  return { type, schema: `${type}Schema`, errorMembers: `${type}Members` };
};

/** Keys of the members that share their name with an earlier one of the same owner. */
function nameKeys(service: Service): ReadonlyMap<Member, string> {
  const renamed = new Map<Member, string>();
  for (const members of memberLists(service)) {
    const taken = new Set(members.map((member) => member.name));
    const seen = new Set<string>();
    for (const member of members) {
      if (seen.has(member.name)) renamed.set(member, firstFree(member.name, taken));
      seen.add(member.name);
    }
  }
  return renamed;
}

const memberLists = (service: Service): readonly (readonly Member[])[] => [
  ...service.operations.flatMap(({ input, responses }) => [input, ...responses.map(({ members }) => members)]),
  ...service.shapes.map((shape) => shape.members),
  ...service.errors.map((error) => error.members),
];

function firstFree(name: string, taken: Set<string>): string {
  let number = 2;
  while (taken.has(`${name}${number}`)) number += 1;
  taken.add(`${name}${number}`);
  return `${name}${number}`;
}

const byName = <Named extends { readonly name: string }, Names>(
  items: readonly Named[],
  give: (item: Named) => Names,
): ReadonlyMap<string, Names> => new Map(items.map((item) => [item.name, give(item)]));

/**
 * Names everything in the package that is generated for a service. The same service gives the same names; operations
 * come first, then shapes, errors and values, so that the later yield where two want one name.
 */
export function nameService(service: Service): Naming {
  const scope = createScope();
  const operations = byName(service.operations, (operation) => nameOperation(scope, operation));
  const shapes = byName(service.shapes, (shape) => nameShape(scope, shape.name, 'Shape'));
  const errors = byName(service.errors, (error) => nameShape(scope, error.name, 'Exception'));
  const values = nameValues(service, scope);
  const keys = nameKeys(service);
  return {
    operation: (name) => operations.get(name) ?? unknown('operation', name),
    shape: (name) => shapes.get(name),
    error: (name) => errors.get(name) ?? unknown('error', name),
    values: (constraint) => values.byConstraint.get(constraint),
    allValues: values.all,
    key: (member) => keys.get(member) ?? member.name,
  };
}

function unknown(what: string, name: string): never {
  throw new RangeError(`The service has no ${what} ${JSON.stringify(name)}.`);
}
