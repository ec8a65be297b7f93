import type { JsonValue } from '../../model/model.js';
import type {
  OneOfType,
  ReferenceType,
  ScalarKind,
  ScalarType,
  Type,
  ValuesConstraint,
} from '../../model/types.js';
import { constraintTraits } from './traits.js';

/** A shape of the AST, as JSON. */
export type SmithyShape = Readonly<Record<string, JsonValue>>;

/** A type that can have a shape of its own. */
type Holder = Exclude<Type, ReferenceType | OneOfType>;

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
  private readonly enumerations = new Map<string, string>();

  constructor(namespace: string, taken: Set<string>) {
    this.namespace = namespace;
    this.taken = taken;
  }

  id(name: string): string {
    return `${this.namespace}#${identifierOf(name)}`;
  }

  /** The name, or the name with a number behind it where it is taken. */
  unique(name: string): string {
    let candidate = name;
    for (let number = 2; this.taken.has(candidate); number++) candidate = `${name}${number}`;
    this.taken.add(candidate);
    return candidate;
  }

  operationName(name: string): string {
    return named(this.operations, name, () => this.unique(identifierOf(name)));
  }

  operation(name: string): string {
    return this.id(this.operationName(name));
  }

  error(name: string): string {
    return named(this.errors, name, () => this.unique(identifierOf(name)));
  }

  /** @param media the media type of a member that is the whole body. */
  target(type: Type, container: string, member: string, media?: string): string {
    if (type.kind === 'reference') return this.id(type.target);
    // A union of Smithy is an object with one member, and no value of one of several types.
    if (type.kind === 'oneOf') return 'smithy.api#Document';
    const mediaType =
      type.kind === 'blob' || type.kind === 'file' || type.kind === 'string' ? media : undefined;
    const own =
      type.kind === 'list' ||
      type.kind === 'map' ||
      type.constraints.length > 0 ||
      type.kind === 'timestamp' ||
      mediaType !== undefined;
    if (!own || (type.kind === 'timestamp' && !type.format))
      return `smithy.api#${PRELUDE[type.kind as ScalarKind]}`;
    const place = `${container}${member.charAt(0).toUpperCase()}${member.slice(1)}`;
    return this.enumeration(type) ?? this.declare(this.unique(identifierOf(place)), type, mediaType);
  }

  private declare(name: string, type: Holder, mediaType?: string): string {
    this.shapes[this.id(name)] = this.shape(type, name, mediaType);
    return this.id(name);
  }

  /** Values with a name of their own are one shape, wherever they are used. */
  private enumeration(type: Holder): string | undefined {
    const [only, ...others] = type.constraints;
    if (only?.kind !== 'values' || only.name === undefined || others.length > 0) return undefined;
    const { name } = only;
    const key = JSON.stringify([type.kind, name, only.values]);
    return named(this.enumerations, key, () => this.declare(this.unique(identifierOf(name)), type));
  }

  private shape(type: Holder, name: string, mediaType?: string): SmithyShape {
    const traits = {
      ...constraintTraits(type.constraints),
      ...(mediaType !== undefined && { 'smithy.api#mediaType': mediaType }),
      ...(isSparse(type) && { 'smithy.api#sparse': {} }),
    };
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

/** Null in a list or a map is what Smithy calls sparse. */
const isSparse = (type: Holder): boolean =>
  (type.kind === 'list' && type.element.nullable !== undefined) ||
  (type.kind === 'map' && type.value.nullable !== undefined);

/** A scalar of its own; what has values is an enum, numbers only where pages say what they stand for. */
function scalarShape(type: ScalarType): SmithyShape {
  const found = type.constraints.find((constraint) => constraint.kind === 'values');
  const simple = { type: PRELUDE[type.kind].toLowerCase() };
  if (found?.kind !== 'values' || found.values.length === 0 || found.flags) return simple;
  if (type.kind === 'string') return { type: 'enum', members: enumMembers(found) };
  const isNamed = found.name !== undefined || found.details !== undefined;
  const isSmall = type.kind === 'integer' && found.values.every(Number.isInteger);
  return isNamed && isSmall ? { type: 'intEnum', members: enumMembers(found) } : simple;
}

/** Members named as pages name the values, else made from them. */
function enumMembers({ values, details = {} }: ValuesConstraint): { readonly [name: string]: JsonValue } {
  const taken = new Set<string>();
  const members = values.map((value) => {
    const { name, description } = (Object.hasOwn(details, String(value)) && details[String(value)]) || {};
    const documentation = description !== undefined && { 'smithy.api#documentation': description };
    const traits = { 'smithy.api#enumValue': value, ...documentation };
    return [freeName(name ?? String(value), taken), { target: 'smithy.api#Unit', traits }] as const;
  });
  return Object.fromEntries(members);
}

/** Smithy's rule for identifiers: letters, digits and underscores, not starting with a digit. */
export const identifierOf = (text: string): string =>
  text.replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?=\d|$)/, '_');

/** An identifier that is not taken, and now is. */
export function freeName(text: string, taken: Set<string>): string {
  const base = identifierOf(text);
  let name = base;
  for (let number = 2; taken.has(name); number++) name = `${base}_${number}`;
  taken.add(name);
  return name;
}
