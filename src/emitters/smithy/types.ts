import type { JsonValue } from '../../model/model.js';
import type { ScalarKind, Type } from '../../model/types.js';
import { constraintTraits } from './traits.js';

/** A shape of the AST, as JSON. */
export type SmithyShape = Readonly<Record<string, JsonValue>>;

const PRELUDE: Readonly<Record<ScalarKind, string>> = {
  string: 'String',
  boolean: 'Boolean',
  integer: 'Integer',
  long: 'Long',
  float: 'Float',
  double: 'Double',
  timestamp: 'Timestamp',
  blob: 'Blob',
  document: 'Document',
  unknown: 'Document',
  file: 'Blob',
};

/** Gives every type an id: prelude shapes where nothing constrains it, else a shape of its own named by its place. */
export class SmithyTypes {
  readonly shapes: Record<string, SmithyShape> = {};
  private readonly namespace: string;
  private readonly taken: Set<string>;
  private readonly operations = new Map<string, string>();
  private readonly errors = new Map<string, string>();

  constructor(namespace: string, taken: Set<string>) {
    this.namespace = namespace;
    this.taken = taken;
  }

  id(name: string): string {
    return `${this.namespace}#${name}`;
  }

  /** The name, or the name with a number behind it where it is taken. */
  unique(name: string): string {
    let candidate = name;
    for (let number = 2; this.taken.has(candidate); number++) candidate = `${name}${number}`;
    this.taken.add(candidate);
    return candidate;
  }

  operationName(name: string): string {
    return named(this.operations, name, () => this.unique(name));
  }

  operation(name: string): string {
    return this.id(this.operationName(name));
  }

  error(name: string): string {
    return named(this.errors, name, () => this.unique(name));
  }

  target(type: Type, container: string, member: string): string {
    if (type.kind === 'reference') return this.id(type.target);
    if (type.kind === 'oneOf') return 'smithy.api#Document';
    const own =
      type.kind === 'list' || type.kind === 'map' || type.constraints.length > 0 || type.kind === 'timestamp';
    if (!own || (type.kind === 'timestamp' && !type.format))
      return `smithy.api#${PRELUDE[type.kind as ScalarKind]}`;
    const name = this.unique(`${container}${member.charAt(0).toUpperCase()}${member.slice(1)}`);
    this.shapes[this.id(name)] = this.shape(type, name);
    return this.id(name);
  }

  private shape(type: Exclude<Type, { kind: 'reference' | 'oneOf' }>, name: string): SmithyShape {
    const traits = constraintTraits(type.constraints);
    const withTraits = (shape: SmithyShape): SmithyShape =>
      Object.keys(traits).length > 0 ? { ...shape, traits: { ...traits } } : shape;
    switch (type.kind) {
      case 'list':
        return withTraits({ type: 'list', member: { target: this.target(type.element, name, 'Member') } });
      case 'map':
        return withTraits({
          type: 'map',
          key: { target: this.target(type.key, name, 'Key') },
          value: { target: this.target(type.value, name, 'Value') },
        });
      case 'timestamp':
        return {
          type: 'timestamp',
          traits: {
            ...traits,
            ...(type.format && { 'smithy.api#timestampFormat': kebab(type.format.value) }),
          },
        };
      default:
        return withTraits(scalarShape(type));
    }
  }
}

function named(names: Map<string, string>, name: string, make: () => string): string {
  const known = names.get(name) ?? make();
  names.set(name, known);
  return known;
}

const kebab = (format: string): string => format.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** A scalar of its own; strings with values become enums whose member names are made from the values. */
function scalarShape(type: Extract<Type, { kind: Exclude<ScalarKind, 'timestamp'> }>): SmithyShape {
  const values = type.constraints.flatMap((constraint) =>
    constraint.kind === 'values' ? constraint.values : [],
  );
  if (type.kind !== 'string' || values.length === 0) return { type: PRELUDE[type.kind].toLowerCase() };
  const taken = new Set<string>();
  const members = values.map((value) => [
    memberName(String(value), taken),
    { target: 'smithy.api#Unit', traits: { 'smithy.api#enumValue': value } },
  ]);
  return { type: 'enum', members: Object.fromEntries(members) as JsonValue };
}

/** Smithy's rule for identifiers: letters, digits and underscores, not starting with a digit. */
function memberName(value: string, taken: Set<string>): string {
  const base = value.replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?=\d|$)/, '_');
  let name = base;
  for (let number = 2; taken.has(name); number++) name = `${base}_${number}`;
  taken.add(name);
  return name;
}
