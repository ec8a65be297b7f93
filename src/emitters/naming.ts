import { identifier } from '../render/identifiers.js';
import type { Protocol } from '../ecosystems/protocol.js';
import type { Member, Operation, Service } from '../model/model.js';
import type { ValuesConstraint } from '../model/types.js';
import { shapesApart } from './directions.js';
import { createScope, type Scope } from './naming/scope.js';
import { nameValues, type ValuesNames } from './naming/values.js';
import { STATUS_CODES } from 'node:http';
import type { ErrorShape } from '../model/model.js';

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
  /** Where there are several responses of success, what each of them is called: `CreateUser202Output`. */
  readonly responses: ReadonlyMap<number, ResponseNames>;
  /** `CreateUserHandler`. */
  readonly handler: string;
  /** `paginateListUsers`: page by page. */
  readonly paginator: string;
  /** `listUsersItems`: item by item. */
  readonly items: string;
}

/** What stands there for one of several responses. */
export interface ResponseNames {
  readonly type: string;
  readonly schema: string;
}

/** What stands there for a structure, a union or an error. */
export interface ShapeNames {
  /** `Environment`: the interface or class. */
  readonly type: string;
  /** `EnvironmentSchema`: the validator. */
  readonly schema: string;
  /** `EnvironmentInput` where callers send another form of it than they receive; else the same as `type`. */
  readonly inputType: string;
  readonly inputSchema: string;
  /** `ConflictExceptionMembers`: what an error carries. */
  readonly errorMembers: string;
}

/** Every name of a generated package: identifiers, none twice, none that shadows the language's own. */
export interface Naming {
  operation(name: string): OperationNames;
  /** Undefined where the service has no such shape. */
  shape(name: string): ShapeNames | undefined;
  error(name: string): ShapeNames;
  /** The const object and type of allowed values; undefined where they have none, as numbers that stand for nothing else. */
  values(constraint: ValuesConstraint): ValuesNames | undefined;
  /** All of these, by name. */
  readonly allValues: readonly ValuesNames[];
  /** The property that holds a member: its name, unless another member of the same owner has it. */
  key(member: Member): string;
}

/** The statuses of an operation that has several responses of success. */
const severalStatuses = ({ responses }: Operation): readonly number[] => {
  const statuses = [...new Set(responses.map(({ status }) => status.value))];
  return statuses.length > 1 ? statuses : [];
};

const responseNames = (type: string, status: number): ResponseNames => ({
  type: `${type}${String(status)}Output`,
  schema: `${type}${String(status)}OutputSchema`,
});

const nameOperation = (scope: Scope, operation: Operation): OperationNames => {
  const base = identifier(operation.name, 'pascal');
  const statuses = severalStatuses(operation);
  const type = scope.claimAll(base, 'Operation', (name) => [
    name,
    `${name}Input`,
    `${name}Output`,
    `${name}InputSchema`,
    `${name}OutputSchema`,
    `${name}Handler`,
    `paginate${name}`,
    ...statuses.flatMap((status) => Object.values(responseNames(name, status))),
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
    responses: new Map(statuses.map((status) => [status, responseNames(type, status)])),
    handler: `${type}Handler`,
    paginator: `paginate${type}`,
    items: `${method}Items`,
  };
};

/** @param isApart callers send another form of it than they receive. */
function nameShape(scope: Scope, name: string, suffix: string, isApart = false): ShapeNames {
  const inputOf = (base: string): string => (isApart ? `${base}Input` : base);
  const derive = (base: string): readonly string[] => [
    base,
    `${base}Schema`,
    `${base}Members`,
    ...(isApart ? [inputOf(base), `${inputOf(base)}Schema`] : []),
  ];
  const type = scope.claimAll(identifier(name, 'pascal'), suffix, derive);
  const inputType = inputOf(type);
  return {
    type,
    schema: `${type}Schema`,
    inputType,
    inputSchema: `${inputType}Schema`,
    errorMembers: `${type}Members`,
  };
}

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
  ...service.operations.flatMap(({ input, responses }) => [
    input,
    ...responses.map(({ members }) => members),
  ]),
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
  const apart = shapesApart(service);
  const operations = byName(service.operations, (operation) => nameOperation(scope, operation));
  const shapes = byName(service.shapes, ({ name }) => nameShape(scope, name, 'Shape', apart.has(name)));
  const errors = byName(service.errors, (error) => nameShape(scope, errorBase(error), 'Exception'));
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

/**
 * The HTTP status of an error. Where no page states one it is 400, as the sender is told to mend the request, unless the
 * protocol tells errors in the body alone.
 */
export const errorStatus = (
  error: ErrorShape,
  { errorStatus: usual = 400 }: Pick<Protocol, 'errorStatus'>,
): number => error.status?.value ?? usual;

/** What the class of an error is made of: its name, or what its status means where the name says nothing else. */
export function errorBase({ name }: ErrorShape): string {
  const [, status] = /^(?:HTTP|Status|Error)?[\s_-]*([1-5]\d\d)$/iu.exec(name.trim()) ?? [];
  const meaning = status === undefined ? undefined : STATUS_CODES[status];
  if (meaning === undefined) return status === undefined ? name : `Status${status}Error`;
  return `${meaning.replace(/['’]/gu, '').replace(/ Error$/u, '')} Error`;
}
