import { elementOf, type Fields, membersOf, type NamedMember, put, resolve } from '../schema/members.js';
import type {
  CollectionStyle,
  ListSchema,
  MapSchema,
  OneOfSchema,
  Schema,
  SchemaReference,
  StructureSchema,
} from '../schema/schema.js';
import { readStrictly } from './json-strict.js';
import { separators } from './parameters.js';
import { fromBase64, fromText } from './scalars.js';

/** A part of a multipart body. */
export interface Part {
  readonly bytes: Uint8Array;
  /** Absent where the part is no file. */
  readonly filename?: string | undefined;
  readonly type?: string | undefined;
}

/** A value as it came: text of a query or form, or a part. */
export type Raw = string | Part;

/** Keys and values as they came, decoded, in their order. */
export type RawPairs = Iterable<readonly [key: string, value: Raw]>;

/** The values below one key: those of the key itself, and those of what follows it in brackets or behind dots. */
interface Node {
  readonly values: Raw[];
  readonly children: Map<string, Node>;
}

/** More of either is an attempt to make the server work. */
const limits = { pairs: 10_000, depth: 10 };

/**
 * Reads members out of parameters, in whatever style they came, and adds them to `result`; parameters that no member
 * has are left out. Throws a `SyntaxError` where a value does not fit its schema.
 */
export function readParameters(members: readonly NamedMember[], pairs: RawPairs, result: Fields): void {
  if (members.length === 0) return;
  const wires = new Set(members.map(([name, { wire = name }]) => wire));
  const roots = rootsOf(pairs, wires);
  for (const [name, { wire = name, schema, style }] of members) {
    const node = roots.get(wire);
    if (node) put(result, name, readNode(schema, node, style));
  }
}

function rootsOf(pairs: RawPairs, wires: ReadonlySet<string>): Map<string, Node> {
  const roots = new Map<string, Node>();
  let count = 0;
  for (const [key, value] of pairs) {
    if ((count += 1) > limits.pairs) throw new SyntaxError(`More than ${limits.pairs} parameters.`);
    const place = placeOf(key, wires);
    if (!place) continue;
    let node = childOf(roots, place.wire);
    for (const step of place.steps) node = childOf(node.children, step);
    node.values.push(value);
  }
  return roots;
}

function childOf(nodes: Map<string, Node>, key: string): Node {
  let node = nodes.get(key);
  if (!node) nodes.set(key, (node = { values: [], children: new Map() }));
  return node;
}

/** The member that a key begins with, and the steps that lead on from there: `a[b][]` and `a.b` give `b`. */
function placeOf(
  key: string,
  wires: ReadonlySet<string>,
): { readonly wire: string; readonly steps: readonly string[] } | undefined {
  if (wires.has(key)) return { wire: key, steps: [] };
  for (let at = key.search(/[.[]/); at >= 0; at = nextStep(key, at)) {
    const wire = key.slice(0, at);
    if (wires.has(wire)) return { wire, steps: stepsOf(key.slice(at)) };
  }
  return undefined;
}

function nextStep(key: string, at: number): number {
  const next = key.slice(at + 1).search(/[.[]/);
  return next < 0 ? -1 : at + 1 + next;
}

function stepsOf(text: string): readonly string[] {
  const steps = text.match(/\[[^\]]*\]|\.[^.[]*/g) ?? [];
  if (steps.length > limits.depth) throw new SyntaxError('Parameters are nested too deeply.');
  return steps.map((step) => (step.startsWith('[') ? step.slice(1, -1) : step.slice(1)));
}

function readNode(reference: SchemaReference, node: Node, style?: CollectionStyle): unknown {
  const schema = resolve(reference);
  const [first] = node.values;
  if (style === 'json' && first !== undefined) return readJson(schema, first);
  if (typeof schema === 'string' || schema.kind === 'timestamp') return readScalar(schema, node);
  switch (schema.kind) {
    case 'list':
      return readList(schema, node, style);
    case 'oneOf':
      return readOneOf(schema, node, style);
    default:
      return readObject(schema, node, style);
  }
}

const readJson = (schema: Schema, value: Raw): unknown => readStrictly(schema, JSON.parse(textOf(value)));

function readScalar(schema: Schema, node: Node): unknown {
  const [first] = node.values;
  if (schema === 'document') return documentOf(node);
  return first === undefined ? refuse('A value', schema) : readValue(schema, first);
}

function readValue(schema: Schema, value: Raw): unknown {
  if (schema === 'file') return fileOf(value);
  if (schema === 'blob') return typeof value === 'string' ? fromBase64(value) : value.bytes;
  const isGroup = typeof schema === 'object' && schema.kind !== 'timestamp';
  if (isGroup) return readJson(schema, value);
  return schema === 'document' ? textOf(value) : fromText(schema, textOf(value));
}

/** The value that a text alone stands for, such as that of a label. Throws a `SyntaxError` where it does not fit. */
export const readText = (schema: SchemaReference, text: string): unknown =>
  readNode(schema, { values: [text], children: new Map() });

function fileOf(value: Raw): Blob {
  if (typeof value === 'string') return new Blob([value]);
  const { bytes, filename, type = '' } = value;
  const content = [new Uint8Array(bytes)];
  return filename === undefined ? new Blob(content, { type }) : new File(content, filename, { type });
}

function documentOf({ values, children }: Node): unknown {
  if (children.size === 0) return values.length > 1 ? values.map(textOf) : textOf(values[0] ?? '');
  const object: Fields = {};
  for (const [key, child] of children) put(object, key, documentOf(child));
  return object;
}

/** The elements as they stand there: in one value, repeated, in empty brackets, or with numbers. */
function readList({ element }: ListSchema, node: Node, style?: CollectionStyle): unknown[] {
  const separator = style && separators[style];
  const [first, ...others] = node.values;
  if (separator !== undefined && first !== undefined && others.length === 0) {
    return split(textOf(first), separator).map((text) => readValue(resolve(element), text));
  }
  const unnumbered = [...node.values, ...(node.children.get('')?.values ?? [])];
  const numbered = [...node.children].filter(([key]) => key !== '').sort(byNumber);
  return [
    ...unnumbered.map((value) => readValue(resolve(element), value)),
    ...numbered.map(([, child]) => readNode(element, child, style)),
  ];
}

function byNumber([one]: readonly [string, Node], [other]: readonly [string, Node]): number {
  const difference = Number(one) - Number(other);
  if (Number.isNaN(difference)) throw new SyntaxError(`Not numbers of elements: ${one}, ${other}`);
  return difference;
}

const split = (text: string, separator: string): string[] => (text === '' ? [] : text.split(separator));

function readObject(schema: MapSchema | StructureSchema, node: Node, style?: CollectionStyle): unknown {
  const separator = style && separators[style];
  const [first] = node.values;
  if (node.children.size > 0) return readChildren(schema, node, style);
  if (first === undefined) return refuse('A value', schema);
  if (separator === undefined) return readJson(schema, first);
  const texts = split(textOf(first), separator);
  const pairs = texts.flatMap((key, at) => (at % 2 ? [] : [[key, texts[at + 1] ?? ''] as const]));
  return readChildren(schema, { values: [], children: rootsOf(pairs, new Set(texts)) });
}

function readChildren(
  schema: MapSchema | StructureSchema,
  { children }: Node,
  style?: CollectionStyle,
): Fields {
  const result: Fields = {};
  if (schema.kind === 'map') {
    for (const [key, child] of children) put(result, key, readNode(schema.value, child, style));
    return result;
  }
  for (const [name, { wire = name, schema: of }] of membersOf(schema)) {
    const child = children.get(wire);
    if (child) put(result, name, readNode(of, child, style));
  }
  return result;
}

/**
 * The first variant that the value can be read as. Texts are tried last, for anything is one; save that one value alone
 * is sooner a text than a list.
 */
function readOneOf({ variants }: OneOfSchema, node: Node, style?: CollectionStyle): unknown {
  const isText = (variant: SchemaReference): boolean =>
    ['string', 'document'].includes(String(resolve(variant)));
  const isAlone = isSingle(node, style);
  const isLate = (variant: SchemaReference): boolean => isAlone && elementOf(variant) !== undefined;
  const others = variants.filter((one) => !isText(one));
  const ordered = [
    ...others.filter((one) => !isLate(one)),
    ...variants.filter(isText),
    ...others.filter(isLate),
  ];
  for (const variant of ordered) {
    try {
      return readNode(variant, node, style);
    } catch {
      continue;
    }
  }
  return refuse('A value', 'document');
}

function isSingle({ values, children }: Node, style?: CollectionStyle): boolean {
  const [first] = values;
  const separator = style && separators[style];
  if (first === undefined || values.length > 1 || children.size > 0) return false;
  return separator === undefined || !textOf(first).includes(separator);
}

function textOf(value: Raw): string {
  return typeof value === 'string' ? value : new TextDecoder().decode(value.bytes);
}

function refuse(found: string, schema: Schema): never {
  const kind = typeof schema === 'string' ? schema : schema.kind;
  throw new SyntaxError(`${found} cannot be read as ${kind}.`);
}
